# The application: one JVM, started from a copy of the jar that no later build overwrites.
# shellcheck shell=bash

# keep_jar FILE NAME: a copy under its own hash; prints where.
keep_jar() {
  local hash folder
  hash=$(hash_of <"$1")
  folder=$HOSTER_HOME/app/$hash
  if [[ ! -f $folder/$2 ]]; then
    mkdir -p "$folder"
    cp -- "$1" "$folder/$2.new" && mv "$folder/$2.new" "$folder/$2"
  fi
  printf '%s' "$folder/$2"
}

# The same jar taken apart: classes load faster from plain jars than from one inside another.
unpacked_app() {
  local jar folder
  jar=$(keep_jar "$(product_jar)" boot.jar)
  folder=${jar%/*}/unpacked
  if [[ ! -f $folder/boot.jar ]]; then
    rm -rf "$folder.new"
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$folder.new" >&2
    mv -T "$folder.new" "$folder"
  fi
  printf '%s' "$folder/boot.jar"
}

app_settings() {
  export HOSTER_DATABASE_URL=${HOSTER_DATABASE_URL:-$(postgres_url)}
  export HOSTER_TEMPORAL_ADDRESS=${HOSTER_TEMPORAL_ADDRESS:-127.0.0.1:$HOSTER_TEMPORAL_PORT}
  if lab_wanted; then export HOSTER_SMTP_URL=${HOSTER_SMTP_URL:-smtp://127.0.0.1:$HOSTER_LAB_SMTP_PORT}; fi
}

APP_JAVA=(-Xmx512m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)

app_up() {
  local jar
  app_settings
  jar=$(unpacked_app)
  app_start "$jar" -jar "$jar"
  note "$STAGE_NOTE, 127.0.0.1:$HOSTER_APP_PORT"
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
  app_ready || await_process app 180 app_ready
  note "/health/ready answers 200"
}
