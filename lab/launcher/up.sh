# ./hoster up: everything, from nothing or from whatever is missing.
# shellcheck shell=bash disable=SC2154 # bold and plain are in say.sh

command_up() {
  local bare=off foreground=off argument begun
  for argument in "$@"; do
    case $argument in
      --bare) bare=on ;;
      --foreground) foreground=on ;;
      *) fail "./hoster up knows --bare and --foreground, not '$argument'." ;;
    esac
  done
  begun=$(now_ms)
  prepare_home
  need_disk
  need_jdk
  need_port caddy HOSTER_HTTP_PORT
  ! temporal_wanted || need_port temporal HOSTER_TEMPORAL_UI_PORT
  platform_up "$bare"
  app_train
  say
  say "${bold}Hoster is ready after $(since "$begun").${plain}"
  addresses
  exec 9>&-
  [[ $foreground == off ]] || stay
}

platform_up() {
  local stages=(docker build caddy)
  ! postgres_wanted || { need_port postgres HOSTER_POSTGRES_PORT; stages+=(postgres); }
  ! temporal_wanted || { need_port temporal HOSTER_TEMPORAL_PORT; stages+=(temporal); }
  need_port app HOSTER_APP_PORT
  need_port app HOSTER_INTERNAL_PORT
  if lab_wanted; then stages+=(lab:build); else stop_process lab; fi
  stages+=(app:build+postgres ready:app+docker+caddy+temporal+lab)
  if lab_wanted && [[ $1 == off ]]; then
    stages+=(images:build+docker)
    [[ -f $HOSTER_HOME/first-app.txt ]] || stages+=(first-app:ready+images)
  fi
  run_stages "${stages[@]}"
}

# A first start fetches libraries and builds engines; later ones need room for logs only.
need_disk() {
  local needed=300 free folder home=$HOSTER_HOME
  [[ -d $HOSTER_HOME/app ]] || needed=600
  [[ -f $REPO/target/built-product ]] || needed=3000
  until [[ -d $home ]]; do home=$(dirname -- "$home"); done
  for folder in "$home" "$REPO"; do
    free=$(($(df -Pk "$folder" | awk 'NR == 2 {print $4}') / 1024))
    ((free >= needed)) ||
      fail "Only $free MB are free on the disk of $folder and $needed MB are needed; see what fills it: du -xh --max-depth=2 $(df -P "$folder" | awk 'NR == 2 {print $6}') | sort -h | tail"
  done
}

addresses() {
  printf 'HOSTER_HTTP_PORT=%s\nHOSTER_TEMPORAL_UI_PORT=%s\n' "$HOSTER_HTTP_PORT" "$HOSTER_TEMPORAL_UI_PORT" >"$RUN/entrance.env"
  say
  say "  Console        $HOSTER_PUBLIC_URL"
  say "  Temporal UI    $HOSTER_PUBLIC_URL/ops/temporal (for staff; on this machine http://127.0.0.1:$HOSTER_TEMPORAL_UI_PORT/ops/temporal)"
  # Of what the lab said about the first app only its address and sign-in; not each step of long ago.
  [[ ! -f $HOSTER_HOME/first-app.txt ]] || sed -nE 's/^([A-Z][a-z ]+): +/\1\t/p' "$HOSTER_HOME/first-app.txt" |
    while IFS=$'\t' read -r name value; do
      [[ $name != 'First app' ]] || value=$(sed -E "s|^(http://[^:/]+)(:[0-9]+)?|\1$(port_suffix 80 "$HOSTER_HTTP_PORT")|" <<<"$value")
      printf '  %-14s %s\n' "$name" "$value"
    done
  [[ ! -s $RUN/admin-link ]] || say "  Administrator  $(cat "$RUN/admin-link") (works once)"
  say
}

# In the foreground: brings back what dies, ends everything when it is told to.
stay() {
  trap 'command_down; exit 0' INT TERM
  say "Stays in the foreground; Ctrl-C stops the platform."
  while sleep 2 & wait $!; do
    all_alive || "$REPO/hoster" up --bare || say "Tries again."
  done
}

parts() {
  ! postgres_wanted || say postgres
  ! temporal_wanted || say temporal
  say caddy
  ! lab_wanted || say lab
  say app
}

all_alive() {
  local part
  for part in $(parts); do alive "$part" || return 1; done
}
