# Builds the product when its sources changed.
# shellcheck shell=bash

maven() { (cd "$REPO" && MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow" mvn -B -Dstyle.color=never "$@" 9>&-); }

# What the jars are made from. Vaadin writes generated files below src, which are no source.
sources_hash() {
  (
    cd "$REPO" || exit
    { find pom.xml ./*/pom.xml ./*/src/main lab/images catalog proxy-config .mvn -type f \
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

built() {
  [[ $(cat "$REPO/target/built" 2>/dev/null) == "$1" ]] && product_jar >/dev/null && { ! lab_wanted || [[ -f $(lab_jar) ]]; }
}

build_error() { grep -m 1 '^\[ERROR\]' "$LOGS/up-build.log" | cut -c9-400; }

# Under a lock of the clone: two installations may share it.
build() {
  local sources
  [[ -w $REPO && -w $REPO/ui ]] ||
    fail "$(id -un) may not write to $REPO; use a clone of your own: git clone $REPO ~/hoster"
  mkdir -p "$REPO/target"
  exec 7>"$REPO/target/build.lock"
  flock 7
  sources=$(sources_hash)
  if built "$sources"; then
    note "nothing changed"
  else
    rm -f "$REPO/target/built"
    maven -q -DskipTests package 7>&- || fail "The build failed: $(build_error) (again, with everything it says: cd $REPO && JAVA_HOME=$JAVA_HOME mvn -DskipTests package)"
    product_jar >/dev/null || fail "The build made no ui/target/hoster-ui-*.jar; see why: cd $REPO && JAVA_HOME=$JAVA_HOME mvn -DskipTests package"
    printf '%s\n' "$sources" >"$REPO/target/built"
    note "built"
  fi
  exec 7>&-
}
