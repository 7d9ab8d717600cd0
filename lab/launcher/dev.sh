# ./hoster dev: the application alone, compiled and started again after each change of a source.
# shellcheck shell=bash disable=SC2153 # REPO is set by hoster

DEV_MODULES=(ui activities store workflows)

command_dev() {
  local begun part libraries resources module
  [[ $# -eq 0 ]] || fail "./hoster dev takes no argument."
  prepare_home
  need_jdk
  for part in $(parts); do
    [[ $part == app ]] || alive "$part" || fail "$part does not run; start everything once: ./hoster up --bare"
  done
  dev_prepare
  say "Watches the sources; Ctrl-C ends the watching, the application goes on."
  while :; do
    touch "$DEV/looked"
    begun=$(now_ms)
    if dev_compile; then
      stop_process app TERM 2
      (app_settings && app_start dev -XX:TieredStopAtLevel=1 -cp "$DEV/classes:$resources:$DEV/packaged:$libraries" io.hoster.ui.HosterApplication)
      dev_await "$begun"
    fi
    until dev_changed; do sleep 0.3; done
  done
}

# What the last real build packaged (libraries, the front end) stays; classes and resources are the
# ones of now. A changed pom asks for a real build.
dev_prepare() {
  local jar folders=()
  if ! jar=$(product_jar) || [[ -n $(find "$REPO/pom.xml" "$REPO"/*/pom.xml -newer "$jar") ]]; then run_stages build; fi
  jar=$(unpacked_app)
  DEV=$HOSTER_HOME/dev
  rm -rf "$DEV"
  mkdir -p "$DEV/packaged"
  libraries=$(find "${jar%/*}/lib" -name '*.jar' -not -name 'hoster-*' | LC_ALL=C sort | paste -sd:)
  (cd "$DEV/packaged" && "$JAVA_HOME/bin/jar" xf "$jar" && find . -name '*.class' -delete)
  for module in "${DEV_MODULES[@]}"; do
    folders+=("$REPO/$module/src/main/java")
    [[ ! -d $REPO/$module/src/main/resources ]] || resources=${resources:+$resources:}$REPO/$module/src/main/resources
  done
  coproc COMPILER { exec "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "$REPO/lab/launcher/Recompile.java" "$DEV/classes" "$libraries" "${folders[@]}" 9>&-; }
}

dev_compile() {
  local line
  printf 'update\n' >&"${COMPILER[1]}"
  while IFS= read -r line <&"${COMPILER[0]}"; do
    case $line in
      ok) return 0 ;;
      failed) say "It does not compile; the application before the change goes on." && return 1 ;;
      *) say "$line" ;;
    esac
  done
  fail "The compiler ended; start again: ./hoster dev"
}

# Ready, or dead, or changed once more before it was either.
dev_await() {
  until app_ready; do
    alive app || { say "The application ended: $(last_words app)"; return; }
    ! dev_changed || return 0
    sleep 0.1
  done
  say "ready $(since "$1") after the change was seen"
}

dev_changed() {
  [[ -n $(find "${DEV_MODULES[@]/#/$REPO/}" -path '*/src/main/*' -newer "$DEV/looked" -not -path '*/src/main/frontend*' -not -path '*/src/main/bundles*' -print -quit) ]]
}
