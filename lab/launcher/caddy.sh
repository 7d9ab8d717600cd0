# Caddy: starts empty, with its admin API on a private socket; the application pushes everything else.
# shellcheck shell=bash

caddy_up() {
  local program config=$HOSTER_HOME/caddy/bootstrap.json
  need_caddy
  program=$(engine caddy)
  private_folder "$HOSTER_HOME/caddy"
  printf '{"admin":{"listen":"unix/%s|0600","config":{"persist":false}}}\n' "$HOSTER_EDGE_ADMIN_SOCKET" >"$config"
  export XDG_DATA_HOME=$HOSTER_HOME/caddy XDG_CONFIG_HOME=$HOSTER_HOME/caddy
  if ensure_process caddy "$program $HOSTER_EDGE_ADMIN_SOCKET" "$program" run --config "$config"; then
    await_process caddy 30 caddy_listens
  fi
  note "$STAGE_NOTE, entrance on :$HOSTER_HTTP_PORT"
}

caddy_listens() { grep -qsF " $HOSTER_EDGE_ADMIN_SOCKET" /proc/net/unix; }
