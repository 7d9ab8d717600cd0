# The application of the commit before, which UpgradeIT begins with.
# shellcheck shell=bash

# What is being changed comes after HEAD; when nothing is, HEAD comes after its parent.
previous_commit() {
  local changes commit
  changes=$(git -C "$REPO" status --porcelain) ||
    fail "UpgradeIT upgrades from the commit before, and $REPO is not a clone that git reads here; see why: git -C $REPO status"
  [[ -z $changes ]] || { git -C "$REPO" rev-parse HEAD && return; }
  commit=$(git -C "$REPO" rev-parse --verify --quiet 'HEAD^^{commit}') ||
    fail "UpgradeIT upgrades from the commit before HEAD, which this clone lacks; get it: git -C $REPO fetch --deepen 1"
  printf '%s' "$commit"
}

previous_jar() { printf '%s' "$HOSTER_HOME/previous/$1/hoster.jar"; }

previous_tool() {
  HOSTER_TEST_PREVIOUS=$(previous_jar "$(previous_commit)")
  export HOSTER_TEST_PREVIOUS
}

# Once a commit, in a folder of its own that goes again; the jars of the last two are kept.
build_previous() {
  local commit jar sources
  commit=$(previous_commit)
  jar=$(previous_jar "$commit")
  sources=$HOSTER_HOME/previous/sources
  if [[ -f $jar ]]; then
    touch "${jar%/*}"
    note "${commit:0:7} was built before"
    return
  fi
  rm -rf "$sources"
  mkdir -p "$sources"
  git -C "$REPO" archive "$commit" | tar -x -C "$sources"
  maven_in "$sources" -q package -DskipTests -pl ui -am ||
    fail "The commit before, ${commit:0:7}, could not be built: $(grep -hm 1 '^\[ERROR\]' "$LOGS/up-previous.log" | cut -c9-400)"
  mkdir -p "${jar%/*}"
  mv "$sources"/ui/target/hoster-ui-*.jar "$jar"
  rm -rf "$sources"
  forget_old_jars "$HOSTER_HOME"/previous/*/
  note "${commit:0:7} built"
}
