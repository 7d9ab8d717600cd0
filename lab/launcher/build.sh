# Builds the product when its sources changed.
# shellcheck shell=bash

maven() { maven_in "$REPO" "$@"; }

# With no setting of this installation: tests shall see the same as when Maven is called by hand.
maven_in() {
  (
    for setting in "${!HOSTER_@}"; do
      [[ $setting == HOSTER_TEST_* ]] || export -n "${setting?}"
    done
    cd "$1" || exit
    shift
    MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow" mvn -B -Dstyle.color=never "$@" 9>&-
  )
}

# sources_hash FOLDER…: what is built from these. Vaadin writes generated files below src, which are
# no source.
sources_hash() {
  (
    cd "$REPO" || exit
    { find pom.xml ./*/pom.xml .mvn "$@" -type f \
      -not -path './ui/src/main/frontend/*' -not -path './ui/src/main/bundles/*' -print0 2>/dev/null || true; } |
      LC_ALL=C sort -z | xargs -0 sha256sum
  ) | hash_of
}

product_jar() {
  local jar
  for jar in "$REPO"/ui/target/hoster-ui-*.jar; do
    [[ -f $jar && $jar != *-tests.jar && $jar != *-sources.jar ]] && printf '%s' "$jar" && return
  done
  return 1
}

# Changes with every build; reading the whole jar would take longer than the rest of a warm start.
jar_id() { stat -c '%n %s %Y' -- "$1" | hash_of; }

lab_jar() { printf '%s' "$REPO/lab/target/hoster-lab.jar"; }

build() {
  build_when_changed product "$(sources_hash ./*/src/main lab/images catalog proxy-config)" package
  product_jar >/dev/null || fail "The build made no ui/target/hoster-ui-*.jar; see why: cd $REPO && JAVA_HOME=$JAVA_HOME mvn -DskipTests package"
}

# The lab depends on no other module.
build_lab() { build_when_changed lab "$(sources_hash lab/src/main lab/images)" package -pl lab; }

built() {
  [[ $(cat "$REPO/target/built-$1" 2>/dev/null) == "$2" && -f $(lab_jar) ]] && { [[ $1 == lab ]] || product_jar >/dev/null; }
}

# build_when_changed NAME HASH GOALS…: under a lock of the clone, because two installations may share it.
build_when_changed() {
  local name=$1 hash=$2
  shift 2
  [[ -w $REPO && -w $REPO/ui ]] ||
    fail "$(id -un) may not write to $REPO; use a clone of your own: git clone $REPO ~/hoster"
  mkdir -p "$REPO/target"
  exec 7>"$REPO/target/build.lock"
  flock 7
  if built "$name" "$hash"; then
    note "nothing changed"
  else
    rm -f "$REPO/target/built-$name"
    maven -q -DskipTests "$@" 7>&- ||
      fail "The build failed: $(build_error) (again, with everything it says: cd $REPO && JAVA_HOME=$JAVA_HOME mvn -DskipTests $*)"
    printf '%s\n' "$hash" >"$REPO/target/built-$name"
    note built
  fi
  exec 7>&-
}

build_error() { grep -hm 1 '^\[ERROR\]' "$LOGS/up-build.log" "$LOGS/up-lab-jar.log" 2>/dev/null | head -n 1 | cut -c9-400; }
