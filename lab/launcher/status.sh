# ./hoster status and logs.
# shellcheck shell=bash

command_status() {
  local part all=0
  [[ $# -eq 0 ]] || fail "./hoster status takes no argument."
  for part in $(parts); do
    if alive "$part"; then
      stage_line "$part" "runs, pid $(pid_of "$part")$(part_address "$part")" ''
    else
      stage_line "$part" "is down" ''
      all=3
    fi
  done
  if docker_answers; then
    stage_line docker "runs, engine $(docker_cli version --format '{{.Server.Version}}')" ''
  else
    stage_line docker "does not answer at $HOSTER_DOCKER_HOST" ''
    all=3
  fi
  if alive app && ! http_get "$HOSTER_INTERNAL_PORT" /health/ready >/dev/null; then
    stage_line ready "not yet: $(http_get "$HOSTER_INTERNAL_PORT" /health/ready || true)" ''
    all=3
  fi
  ((all == 0)) || say "What is down is brought back by: ./hoster up"
  exit "$all"
}

part_address() {
  case $1 in
    postgres) printf ', 127.0.0.1:%s' "$HOSTER_POSTGRES_PORT" ;;
    temporal) printf ', 127.0.0.1:%s, web UI on :%s' "$HOSTER_TEMPORAL_PORT" "$HOSTER_TEMPORAL_UI_PORT" ;;
    caddy) printf ', entrance on :%s' "$HOSTER_HTTP_PORT" ;;
    app) printf ', 127.0.0.1:%s, internal 127.0.0.1:%s' "$HOSTER_APP_PORT" "$HOSTER_INTERNAL_PORT" ;;
  esac
}

command_logs() {
  local follow=() name='*' files=() file
  for file in "$@"; do
    case $file in
      -f) follow=(-F) ;;
      app | caddy | temporal | postgres | lab | dockerd) name=$file ;;
      *) fail "There is no log '$file'; there are app, caddy, temporal, postgres, lab and dockerd." ;;
    esac
  done
  for file in "$LOGS"/$name.log; do
    [[ ! -f $file || ${file##*/} == up-* ]] || files+=("$file")
  done
  ((${#files[@]} > 0)) || fail "There is no log in $LOGS yet; start the platform: ./hoster up"
  tail -n 100 "${follow[@]}" -- "${files[@]}"
}
