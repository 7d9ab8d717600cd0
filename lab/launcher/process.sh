# Processes: each runs in a session of its own, with a pid file in run and a log in logs.
# shellcheck shell=bash

pid_of() {
  local pid
  read -r pid 2>/dev/null <"$RUN/$1.pid" || return 1
  printf '%s' "$pid"
}

# True while the process of this name and this installation lives: the mark in its environment tells
# it from a stranger that got the same number.
alive() {
  local pid
  pid=$(pid_of "$1") || return 1
  grep -qzxF "HOSTER_PROCESS=$HOSTER_HOME:$1" "/proc/$pid/environ" 2>/dev/null
}

# Closes what the caller had open (locks, pipes someone reads to their end), tells its number, becomes the program.
# shellcheck disable=SC2016 # expanded by the shell that is started
BECOME='for fd in /proc/$$/fd/*; do fd=${fd##*/}; ((fd < 3)) || eval "exec $fd>&-"; done
  echo $$ >"$1.new" && mv "$1.new" "$1" && shift && exec "$@"'

# start_process NAME COMMAND…: returns when the pid file is written. Engines get no HOSTER_* setting:
# the master key and the payment keys are for the application only.
start_process() {
  local name=$1 setting
  shift
  [[ ! -s $LOGS/$name.log || $(stat -c %s "$LOGS/$name.log") -lt 50000000 ]] || mv "$LOGS/$name.log" "$LOGS/$name.log.1"
  rm -f "$RUN/$name.pid"
  (
    umask 077
    if [[ $name != app && $name != lab && $name != training ]]; then
      for setting in "${!HOSTER_@}"; do export -n "${setting?}"; done
    fi
    export HOSTER_PROCESS="$HOSTER_HOME:$name"
    exec setsid -f bash -c "$BECOME" start "$RUN/$name.pid" "$@" >>"$LOGS/$name.log" 2>&1 </dev/null
  )
  until_true 5 test -s "$RUN/$name.pid" || fail "$name could not be started: $(last_words "$name")"
}

# ensure_process NAME SPEC COMMAND…: starts it when it is down, again when SPEC (a hash of what it
# runs with) differs, else leaves it alone. Sets the stage's note; false when nothing was to do.
ensure_process() {
  local name=$1 spec=$2 word=started
  shift 2
  if alive "$name"; then
    if [[ $(cat "$RUN/$name.spec" 2>/dev/null) == "$spec" ]]; then
      note "already running"
      return 1
    fi
    stop_process "$name"
    word=restarted
  fi
  start_process "$name" "$@"
  printf '%s\n' "$spec" >"$RUN/$name.spec"
  note "$word"
}

# stop_process NAME [SIGNAL [SECONDS]]: asks, waits, then insists.
stop_process() {
  local name=$1 signal=${2:-TERM} seconds=${3:-20} pid
  if alive "$name"; then
    pid=$(pid_of "$name")
    kill -s "$signal" "$pid" 2>/dev/null || true
    until_true "$seconds" gone "$name" || kill -KILL "$pid" 2>/dev/null || true
    until_true 5 gone "$name" || fail "$name (pid $pid) does not end; see it: ps -fp $pid"
  fi
  rm -f "$RUN/$name.pid" "$RUN/$name.spec"
}

gone() { ! alive "$1"; }

# A process with all that it started: end_tree PID [SIGNAL]. A package that is being installed is
# left to its end: half installed it would block every later installation.
end_tree() {
  local child
  [[ $(cat "/proc/$1/comm" 2>/dev/null) != apt-get ]] || return 0
  for child in $(cat "/proc/$1/task/$1/children" 2>/dev/null || true); do end_tree "$child" "${2:-TERM}"; done
  kill -s "${2:-TERM}" "$1" 2>/dev/null || true
}

# Ready or dead, whichever comes first: await_process NAME SECONDS COMMAND…
await_process() {
  local name=$1 seconds=$2 deadline
  shift 2
  deadline=$(($(now_ms) + seconds * 1000))
  until "$@"; do
    alive "$name" || fail "$name ended while it started: $(last_words "$name") (all of it: ./hoster logs $name)"
    (($(now_ms) < deadline)) || fail "$name was not ready after $seconds s: $(last_words "$name") (all of it: ./hoster logs $name)"
    sleep 0.1
  done
}

last_words() { tail -n 1 "$LOGS/$1.log" 2>/dev/null | cut -c1-300; }

port_in_use() {
  local hex
  printf -v hex '%04X' "$1"
  grep -qsE "^ *[0-9]+: [0-9A-F]+:$hex [0-9A-F]+:0000 0A" /proc/net/tcp /proc/net/tcp6
}

# Refuses early, by name, when a port that a part needs is taken by someone else.
need_port() {
  local name=$1 variable=$2 owner
  alive "$name" || ! port_in_use "${!variable}" || {
    owner=$(ss -Hltnp "sport = :${!variable}" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/ by \1 (pid \2)/p' | head -n 1)
    fail "Port ${!variable}, which $name needs, is in use$owner; take another: $(command_to_set "$variable" "$(free_port)") && ./hoster up"
  }
}

# http_get PORT PATH: prints the answer; true when its status is 200. Needs no tool but bash.
http_get() {
  local answer
  answer=$(
    exec 2>/dev/null
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
    timeout 5 cat <&3
  ) || return 1
  printf '%s' "${answer#*$'\r\n\r\n'}"
  [[ $answer == HTTP/1.?\ 200* ]]
}
