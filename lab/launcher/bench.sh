# ./hoster bench: the measurements of docs/performance.md, on an installation made for them alone.
# shellcheck shell=bash disable=SC2034 # other parts read the settings

command_bench() {
  [[ $# -le 1 ]] || fail "./hoster bench takes the name of one measurement, or nothing for all."
  if [[ ${1:-} == compile ]]; then
    printf '| measured | goal | figure (median) | spread | runs | verdict |\n|---|---|---|---|---|---|\n'
    bench_compile
    return
  fi
  bench_settings
  trap bench_end EXIT
  trap 'exit 130' INT TERM
  command_up --bare
  trap 'exit 130' INT TERM
  run_stages images
  bench_settle
  bench_plain_caddy
  export HOSTER_BENCH_LAUNCHER=$REPO/hoster
  bench_machine
  (need_jdk && "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -jar "$(lab_jar)" bench "$@") ||
    fail "The measurements did not come to their end."
  [[ $# -gt 0 ]] || bench_compile
}

# The compiler of compose files needs no installation: it is measured where its tests are.
bench_compile() {
  local folder=$REPO/workflows/target
  need_jdk
  tests_of ComposeSpeedIT
  mkdir -p "$folder" && rm -f "$folder/bench-compile.md"
  maven -q "${TEST_GOALS[@]}" >"$folder/bench-compile.log" 2>&1 ||
    fail "The compiler was not measured; see: $folder/bench-compile.log"
  cat "$folder/bench-compile.md"
}

# A home and ports of its own; of the caller's settings only where the Docker engine is.
bench_settings() {
  local setting docker=$HOSTER_DOCKER_HOST folder
  folder=$(mktemp -d "${TMPDIR:-/tmp}/hoster-bench.XXXXXX")
  for setting in "${!HOSTER_@}"; do unset "$setting"; done
  export HOSTER_HOME=$folder HOSTER_DOCKER_HOST=$docker HOSTER_PORT_RANGE=14000-17999
  export HOSTER_HTTP_PORT HOSTER_TEMPORAL_UI_PORT HOSTER_BENCH_CADDY_PORT
  HOSTER_HTTP_PORT=$(free_port) HOSTER_TEMPORAL_UI_PORT=$(free_port) HOSTER_BENCH_CADDY_PORT=$(free_port)
  load_settings
}

# As after any start but the very first: with the list of classes that the first one wrote down.
bench_settle() {
  until_true 300 bench_trained || fail "The list of classes for quicker starts was not made in 300 s; see: $LOGS/training.log"
  prepare_home
  stop_process app
  command_up --bare >/dev/null
  trap 'exit 130' INT TERM
}

bench_trained() { ! alive training; }

# The Caddy that the edge is compared with: the same program, still without a configuration.
bench_plain_caddy() {
  local config=$HOSTER_HOME/caddy/plain.json
  export HOSTER_BENCH_CADDY_SOCKET=$HOSTER_RUN_DIR/plain-caddy.sock
  printf '{"admin":{"listen":"unix/%s|0600","config":{"persist":false}}}\n' "$HOSTER_BENCH_CADDY_SOCKET" >"$config"
  start_process plain-caddy "$(engine caddy)" run --config "$config"
  await_process plain-caddy 30 test -S "$HOSTER_BENCH_CADDY_SOCKET"
}

bench_machine() {
  say "Machine: $(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(awk '/^MemTotal/ {printf "%.0f GB", $2 / 1e6}' /proc/meminfo), Linux $(uname -r), load $(cut -d' ' -f1 /proc/loadavg)"
  say "Engines: Docker $(docker_cli version --format '{{.Server.Version}}'), Caddy $("$(engine caddy)" version | cut -d' ' -f1), $("$(engine temporal)" --version | sed 's/^temporal version/Temporal CLI/'), PostgreSQL $(postgres_version), Java $(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release")"
  say
}

# Whatever happened: nothing stays but, after a failure, the logs.
bench_end() {
  local code=$?
  trap - EXIT INT TERM
  ((code != 2)) || code=1
  exec 9>&-
  if ((code != 0)) && [[ -d $LOGS ]]; then
    mkdir -p "$REPO/target" && rm -rf "$REPO/target/bench-logs" && cp -r "$LOGS" "$REPO/target/bench-logs" &&
      say "The logs of this run are in $REPO/target/bench-logs."
  fi
  ! alive plain-caddy || stop_process plain-caddy
  "$REPO/hoster" reset --yes && rm -rf -- "$HOSTER_HOME" "$HOSTER_RUN_DIR" || code=1
  exit "$code"
}
