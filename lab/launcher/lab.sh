# The lab: local stand-ins for clouds, payments and mail, and the app images; never in production.
# shellcheck shell=bash

lab_wanted() { [[ $HOSTER_LAB == on ]]; }

lab_java() { "$JAVA_HOME/bin/java" -jar "$(lab_jar)" "$@" 9>&-; }

lab_up() {
  local jar
  [[ -f $(lab_jar) ]] || fail "The build made no $(lab_jar); build it: cd $REPO && JAVA_HOME=$JAVA_HOME mvn -pl lab package -DskipTests"
  jar=$HOSTER_HOME/app/lab-$(jar_id "$(lab_jar)").jar
  [[ -f $jar ]] || { mkdir -p "$HOSTER_HOME/app" && cp -- "$(lab_jar)" "$jar.new" && mv "$jar.new" "$jar"; }
  # What it tells about itself is from a former process until this one has written it.
  alive lab || rm -f "$RUN/lab.json"
  if ensure_process lab "$(hash_of <<<"$jar $(lab_settings)")" "$JAVA_HOME/bin/java" -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$jar"; then
    await_process lab 60 test -s "$RUN/lab.json"
  fi
  forget_old_jars "$HOSTER_HOME"/app/lab-*.jar
}

lab_settings() { env | grep -E '^HOSTER_(LAB_|HTTP_PORT|PUBLIC_URL|DOCKER_HOST|BASE_DOMAIN)' | sort; }

# Images come from a registry where one answers; elsewhere they are built, which takes two more tools.
lab_images() {
  lab_java images || { lab_tools && lab_java images; } || fail "The lab could not make the app images; see why: ./hoster lab images"
  note "app images are there"
}

# Node's own packages bring npm along and refuse Debian's beside it: only a missing one is installed.
lab_tools() {
  local tools=(debootstrap)
  command -v npm >/dev/null || tools+=(npm)
  install_packages "${tools[@]}"
}

# A demo customer and a first app, once; what it says is said again at the end of each start.
lab_first_app() {
  local words=$HOSTER_HOME/first-app.txt
  (umask 077 && lab_java first-app >"$words.new") ||
    fail "The first app could not be deployed: $(tail -n 1 "$words.new"); try again: ./hoster up, or go without it: ./hoster up --bare"
  mv "$words.new" "$words"
  note deployed
}

command_lab() {
  case "$*" in
    up) prepare_home; need_jdk; run_stages lab-jar lab:lab-jar ;;
    down) prepare_home; stop_process lab; say "The lab is stopped." ;;
    images)
      prepare_home
      need_jdk
      run_stages lab-jar docker
      lab_java images
      ;;
    compose | compose\ *) command_compose "${@:2}" ;;
    *) fail "./hoster lab knows up, down, images and compose [down]." ;;
  esac
}
