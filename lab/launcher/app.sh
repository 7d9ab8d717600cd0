# The application: one JVM, started from an unpacked copy of the jar that no later build overwrites.
# shellcheck shell=bash

# The jar taken apart: classes load faster from plain jars than from jars inside a jar. Prints where.
unpacked_app() {
  local jar folder
  jar=$(product_jar)
  folder=$HOSTER_HOME/app/hoster-$(jar_id "$jar")
  if [[ ! -f $folder/hoster.jar ]]; then
    rm -rf "$folder.new"
    cp -- "$jar" "$RUN/hoster.jar"
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$RUN/hoster.jar" extract --destination "$folder.new" >&2
    rm -rf "$folder" "$RUN/hoster.jar"
    mv -T "$folder.new" "$folder"
  fi
  printf '%s' "$folder/hoster.jar"
}

# Keeps the two newest, so that what still runs from the last but one finds its classes.
forget_old_jars() {
  local old
  # shellcheck disable=SC2012 # names made here, without surprises
  ls -dt -- "$@" 2>/dev/null | tail -n +3 | while IFS= read -r old; do rm -rf -- "$old"; done
}

app_settings() {
  # Other stages, in shells of their own, may have remembered something since this one was started.
  read_settings "$HOSTER_HOME/ports.env"
  export HOSTER_DATABASE_URL=${HOSTER_DATABASE_URL:-$(postgres_url)}
  export HOSTER_TEMPORAL_ADDRESS=${HOSTER_TEMPORAL_ADDRESS:-127.0.0.1:$HOSTER_TEMPORAL_PORT}
  if lab_wanted; then export HOSTER_SMTP_URL=${HOSTER_SMTP_URL:-smtp://127.0.0.1:$HOSTER_LAB_SMTP_PORT}; fi
}

APP_JAVA=(-Xms96m -Xmx512m -XX:MaxHeapFreeRatio=40 -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)

app_up() {
  local jar cache=()
  app_settings
  jar=$(unpacked_app)
  [[ ! -f ${jar%/*}/classes.aot ]] || cache=("-XX:AOTCache=${jar%/*}/classes.aot" -Xlog:aot=off -Xlog:cds=off)
  app_start "$jar" "${cache[@]}" -jar "$jar"
  note "$STAGE_NOTE, 127.0.0.1:$HOSTER_APP_PORT"
  forget_old_jars "$HOSTER_HOME"/app/hoster-*
}

# app_start SPEC ARGUMENTS…: SPEC and every setting decide whether a running one is the right one.
app_start() {
  local spec
  spec=$(hash_of <<<"$1 $(env | grep '^HOSTER_' | LC_ALL=C sort)")
  shift
  ensure_process app "$spec" "$JAVA_HOME/bin/java" "${APP_JAVA[@]}" "$@" || true
}

app_ready() { http_get "$HOSTER_INTERNAL_PORT" /health/ready >"$RUN/ready"; }

app_await_ready() {
  local deadline=$(($(now_ms) + 300000))
  until app_ready; do
    alive app || fail "The application ended while it started: $(last_words app) (all of it: ./hoster logs app)"
    (($(now_ms) < deadline)) ||
      fail "The application was not ready after 300 s; /health/ready says: $(head -c 300 "$RUN/ready") (its log: ./hoster logs app)"
    sleep 0.1
  done
  note "/health/ready answers 200"
}

# A start that ends before anything is served, to write down which classes a start needs: with that
# list the next one takes half the processor time. In the background, at the lowest priority.
app_train() {
  local jar
  jar=$(unpacked_app)
  [[ ! -f ${jar%/*}/classes.aot ]] && ! alive training || return 0
  app_settings
  # shellcheck disable=SC2016 # expanded by the inner shell
  start_process training nice -n 19 bash -c 'cache=$1; shift; "$@" && mv "$cache.new" "$cache"' train "${jar%/*}/classes.aot" \
    "$JAVA_HOME/bin/java" "${APP_JAVA[@]}" -Xlog:aot=off -Xlog:cds=off "-XX:AOTCacheOutput=${jar%/*}/classes.aot.new" \
    -Dspring.context.exit=onRefresh -jar "$jar"
}
