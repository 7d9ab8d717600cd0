# What the launcher says: one line a stage, one sentence a failure.
# shellcheck shell=bash disable=SC2034 # other parts read the variables

bold='' red='' plain=''
if [[ -t 1 && -t 2 && -z ${NO_COLOR:-} ]]; then
  bold=$'\e[1m' red=$'\e[31m' plain=$'\e[0m'
fi

say() { printf '%s\n' "$*"; }

# One sentence that names what is wrong and the command that mends it. Inside a stage it is kept
# for the one who waits for the stages, so that it is the last thing on the screen.
fail() {
  if [[ -n ${STAGE_ERROR:-} ]]; then
    printf '%s\n' "$*" >"$STAGE_ERROR"
  else
    printf '%shoster: %s%s\n' "$red" "$*" "$plain" >&2
  fi
  exit 2
}

now_ms() { printf '%s' "$((${EPOCHREALTIME/[.,]/} / 1000))"; }

# Seconds with one digit since a moment of now_ms.
since() {
  local ms=$(($(now_ms) - $1))
  printf '%d.%d s' $((ms / 1000)) $((ms % 1000 / 100))
}

stage_line() {
  local line
  printf -v line '  %-10s %-56s %9s' "$1" "$2" "$3"
  printf '%s\n' "${line%"${line##*[! ]}"}"
}

# Calls a function every 100 ms until it succeeds or the seconds are over.
until_true() {
  local deadline=$(($(now_ms) + $1 * 1000))
  shift
  until "$@"; do
    (($(now_ms) < deadline)) || return 1
    sleep 0.1
  done
}

# What a stage line says beside the name.
note() { STAGE_NOTE=$*; }

hash_of() { sha256sum | cut -c1-16; }

random_text() {
  local length=$1 text
  text=$(head -c 4096 /dev/urandom | LC_ALL=C tr -dc 'a-z0-9')
  printf '%s' "${text:0:length}"
}
