# Runs stages side by side, each as soon as those it needs are done, and says a line for each.
# shellcheck shell=bash disable=SC2034 # STAGE_ERROR is read by fail

declare -A STAGE_FUNCTION=(
  [docker]=docker_up [build]=build [postgres]=postgres_up [temporal]=temporal_up [caddy]=caddy_up
  [lab]=lab_up [images]=lab_images [app]=app_up [ready]=app_await_ready [first-app]=lab_first_app
  [browser]=browser_up [clock]=clock_up [engines]=engines_up [lab-jar]=build_lab [previous]=build_previous
  [docker-compose]=docker_compose_up [caddy-program]=caddy_program [temporal-programs]=temporal_programs
  [postgres-program]=postgres_programs [compose-images]=compose_images [app-image]=app_image
  [compose]=compose_up [proof]=compose_proof
)

# run_stages NAME[:NEEDED+NEEDED…]…: ends with the sentence of the first stage that failed.
run_stages() {
  local stage name code ended started=()
  local -A needs=() state=() pids=() begun=()
  for stage in "$@"; do
    name=${stage%%:*}
    started+=("$name")
    state[$name]=waiting
    needs[$name]=''
    [[ $stage != *:* ]] || needs[$name]=${stage#*:}
  done
  STAGE_FOLDER=$(mktemp -d)
  trap 'stages_end 130' INT TERM
  while :; do
    for name in "${started[@]}"; do
      if [[ ${state[$name]} == waiting ]] && stage_free; then
        begun[$name]=$(now_ms)
        state[$name]=running
        run_stage "$name" &
        pids[$name]=$!
      fi
    done
    ((${#pids[@]} > 0)) || break
    code=0
    wait -n -p ended "${pids[@]}" || code=$?
    for name in "${!pids[@]}"; do
      [[ ${pids[$name]} != "$ended" ]] || break
    done
    unset "pids[$name]"
    ((code == 0)) || stage_failed "$name" "${pids[@]}"
    state[$name]='done'
    stage_line "$name" "$(cat "$STAGE_FOLDER/$name.note")" "$(since "${begun[$name]}")"
  done
  trap - INT TERM
  rm -rf "$STAGE_FOLDER"
}

# True when all that the stage needs, among those that run at all, is done.
stage_free() {
  local need
  for need in ${needs[$name]//+/ }; do
    [[ ${state[$need]:-done} == 'done' ]] || return 1
  done
}

run_stage() {
  trap - INT TERM
  STAGE_ERROR=$STAGE_FOLDER/$1.error STAGE_NOTE=
  exec >"$LOGS/up-$1.log" 2>&1
  "${STAGE_FUNCTION[$1]}"
  printf '%s' "$STAGE_NOTE" >"$STAGE_FOLDER/$1.note"
}

stage_failed() {
  local name=$1 sentence
  shift
  sentence=$(cat "$STAGE_FOLDER/$name.error" 2>/dev/null) ||
    sentence="The stage $name failed: $(tail -n 1 "$LOGS/up-$name.log" | cut -c1-300) (all of it: cat $LOGS/up-$name.log)"
  stages_stop "$@"
  rm -rf "$STAGE_FOLDER"
  fail "$sentence"
}

# What the stages started for themselves ends with them; the engines live in sessions of their own.
stages_stop() {
  local pid
  for pid in "$@"; do end_tree "$pid"; done
}

stages_end() {
  stages_stop "${pids[@]}"
  rm -rf "$STAGE_FOLDER"
  exit "$1"
}
