# The application of the commit before, which UpgradeIT begins with.
# shellcheck shell=bash

# What is being changed comes after HEAD; when nothing is, HEAD comes after its parent. Nothing where the
# sources have no commit before, as in a shallow clone or an archive.
previous_commit() {
  local changes
  changes=$(git -C "$REPO" status --porcelain 2>/dev/null) || return 0
  if [[ -n $changes ]]; then git -C "$REPO" rev-parse HEAD; else git -C "$REPO" rev-parse --verify --quiet 'HEAD^^{commit}' || true; fi
}

previous_jar() { printf '%s' "$HOSTER_HOME/previous/$1/hoster.jar"; }

previous_tool() {
  local commit
  commit=$(previous_commit)
  HOSTER_TEST_PREVIOUS=$([[ -n $commit ]] && previous_jar "$commit" || printf %s "$REPO/ui/target/hoster-ui-0.1.0.jar")
  export HOSTER_TEST_PREVIOUS
}

# Once a commit, without its tests, in a folder that goes again; the jars of the last two are kept.
build_previous() {
  local commit jar sources
  commit=$(previous_commit)
  if [[ -z $commit ]]; then
    note "these sources have no commit before them: UpgradeIT goes from this version to itself"
    return
  fi
  jar=$(previous_jar "$commit")
  sources=$HOSTER_HOME/previous/sources
  if [[ -f $jar ]]; then
    touch "${jar%/*}"
    note "${commit:0:7} was built before"
    return
  fi
  rm -rf "$sources"
  mkdir -p "$sources"
  git -C "$REPO" archive "$commit" -- . ':(exclude,glob)*/src/test/**' | tar -x -C "$sources"
  maven_in "$sources" -q package -DskipTests -pl ui -am ||
    fail "The commit before, ${commit:0:7}, could not be built: $(grep -hm 1 '^\[ERROR\]' "$LOGS/up-previous.log" | cut -c9-400)"
  mkdir -p "${jar%/*}"
  mv "$sources"/ui/target/hoster-ui-*.jar "$jar"
  rm -rf "$sources"
  forget_old_jars "$HOSTER_HOME"/previous/*/
  note "${commit:0:7} built"
}
