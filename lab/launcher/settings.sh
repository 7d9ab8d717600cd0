# Settings: the environment first, then hoster.env, then what was remembered at first start, then defaults.
# shellcheck shell=bash disable=SC2034 # other parts read the variables

REMEMBERED_PORTS=(POSTGRES TEMPORAL APP INTERNAL LAB_HTTP LAB_SMTP)

load_settings() {
  FROM_ENVIRONMENT=" $(env | sed -n 's/^\(HOSTER_[A-Z0-9_]*\)=.*/\1/p' | tr '\n' ' ')"
  export HOSTER_HOME=${HOSTER_HOME:-$REPO/.hoster}
  [[ $HOSTER_HOME == /* ]] || HOSTER_HOME=$PWD/$HOSTER_HOME
  HOSTER_HOME=$(realpath -m -- "$HOSTER_HOME")
  RUN=$HOSTER_HOME/run LOGS=$HOSTER_HOME/logs
  CACHE=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/hoster
  read_settings "$HOSTER_HOME/hoster.env"
  read_settings "$HOSTER_HOME/ports.env"
  # Whoever looks at what runs means what runs, wherever it was told to stand.
  case ${1:-} in
    status | logs | doctor | down | dev) read_settings "$RUN/entrance.env" ;;
  esac
  default HOSTER_HTTP_PORT 8080
  default HOSTER_BASE_DOMAIN localhost
  default HOSTER_APPS_DOMAIN "apps.$HOSTER_BASE_DOMAIN"
  default HOSTER_TEMPORAL_UI_PORT 8233
  default HOSTER_PORT_RANGE 30000-39999
  default HOSTER_ENV tryout
  default HOSTER_DOCKER_HOST unix:///var/run/docker.sock
  default HOSTER_PROXY_CONFIG "$REPO/proxy-config"
  if [[ $HOSTER_BASE_DOMAIN == localhost ]]; then
    default HOSTER_PUBLIC_URL "http://localhost$(port_suffix 80 "$HOSTER_HTTP_PORT")"
    default HOSTER_LAB on
  else
    default HOSTER_PUBLIC_URL "https://$HOSTER_BASE_DOMAIN$(port_suffix 443 "${HOSTER_HTTPS_PORT:-443}")"
    default HOSTER_LAB off
  fi
  if [[ $HOSTER_ENV == production && $HOSTER_LAB == on && $HOSTER_BASE_DOMAIN != localhost ]]; then
    fail "HOSTER_LAB=on is not allowed with HOSTER_ENV=production: run 'unset HOSTER_LAB' or take it out of $HOSTER_HOME/hoster.env."
  fi
  [[ $HOSTER_ENV != production ]] || HOSTER_LAB=off
}

# Lines NAME=value; what the environment says stays.
read_settings() {
  local line name value
  [[ -r $1 ]] || return 0
  while IFS= read -r line || [[ -n $line ]]; do
    [[ $line =~ ^[[:space:]]*(export[[:space:]]+)?(HOSTER_[A-Z0-9_]+)=(.*)$ ]] || continue
    name=${BASH_REMATCH[2]} value=${BASH_REMATCH[3]}
    [[ $value =~ ^\"(.*)\"$ || $value =~ ^\'(.*)\'$ ]] && value=${BASH_REMATCH[1]}
    default "$name" "$value"
  done <"$1"
}

default() {
  [[ -n ${!1:-} ]] || printf -v "$1" '%s' "$2"
  export "${1?}"
}

# The command that sets a value for good: what the environment says would win over the file.
command_to_set() {
  if [[ $FROM_ENVIRONMENT == *" $1 "* ]]; then printf 'export %s=%s' "$1" "$2"
  else printf 'echo %s=%s >>%s/hoster.env' "$1" "$2" "$HOSTER_HOME"; fi
}

port_suffix() { [[ $1 == "$2" ]] || printf ':%s' "$2"; }

# Writes a value that later starts of this installation must find again.
remember() {
  printf -v "$1" '%s' "$2"
  export "${1?}"
  (
    umask 077
    { grep -v "^$1=" "$HOSTER_HOME/ports.env" 2>/dev/null || true; printf '%s=%s\n' "$1" "$2"; } >"$HOSTER_HOME/ports.env.new"
  )
  mv "$HOSTER_HOME/ports.env.new" "$HOSTER_HOME/ports.env"
}

# Makes the folders, the install id and the ports; one launcher at a time works on an installation.
prepare_home() {
  local dir name port
  for dir in "$HOSTER_HOME" "$RUN" "$LOGS" "$HOSTER_HOME/bin"; do
    private_folder "$dir" 2>/dev/null || fail "$dir cannot be written; choose another folder: HOSTER_HOME=/path/you/own ./hoster up"
  done
  exec 9>"$RUN/launcher.lock"
  flock -w 900 9 || fail "Another ./hoster works on $HOSTER_HOME since 15 minutes; see who: fuser -v $RUN/launcher.lock"
  read_settings "$HOSTER_HOME/ports.env"
  [[ -n ${HOSTER_INSTALL:-} ]] || remember HOSTER_INSTALL "$(random_text 6)"
  for name in "${REMEMBERED_PORTS[@]}"; do
    name=HOSTER_${name}_PORT
    [[ -n ${!name:-} ]] || { port=$(free_port) && remember "$name" "$port"; }
  done
  [[ -n ${HOSTER_RUN_DIR:-} ]] || remember HOSTER_RUN_DIR "$(socket_folder)"
  private_folder "$HOSTER_RUN_DIR" 2>/dev/null || fail "$HOSTER_RUN_DIR belongs to someone else; choose another folder for the sockets: HOSTER_RUN_DIR=/path/you/own ./hoster up"
  default HOSTER_EDGE_ADMIN_SOCKET "$HOSTER_RUN_DIR/caddy-admin.sock"
}

# One that is ours alone: not someone else's that was there before.
private_folder() {
  mkdir -p -- "$1" && [[ -O $1 && -w $1 ]] && chmod 700 -- "$1"
}

# A unix socket's path has at most 107 characters: below a deep home the sockets live elsewhere.
socket_folder() {
  if ((${#RUN} <= 60)); then printf '%s' "$RUN"
  elif [[ -w /run ]]; then printf '/run/hoster-%s' "$HOSTER_INSTALL"
  else printf '/tmp/hoster-%s' "$HOSTER_INSTALL"; fi
}

# Below the range for apps and below the range from which the kernel takes ports for outgoing connections.
free_port() {
  local port try
  for try in {1..200}; do
    port=$((20000 + (RANDOM * 32768 + RANDOM + try) % 9999))
    if ! port_in_use "$port" && ! grep -qs "=$port\$" "$HOSTER_HOME/ports.env"; then
      printf '%s' "$port"
      return
    fi
  done
  fail "No free port between 20000 and 29999 was found; see what uses them: ss -ltn"
}
