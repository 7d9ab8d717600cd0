# ./hoster doctor: what is missing and the command that mends it. It changes nothing.
# shellcheck shell=bash

command_doctor() {
  local home name part variable sentence
  DOCTOR=0
  if home=$(find_jdk); then healthy jdk "$home"; else ill jdk "no JDK 25" "JAVA_HOME=/path/to/jdk-25 ./hoster up"; fi
  if command -v mvn >/dev/null; then healthy maven "$(command -v mvn)"; else ill maven "no Maven" "sudo apt-get install -y maven"; fi
  for name in caddy temporal; do
    if home=$(engine "$name"); then healthy "$name" "$home"
    elif command -v go >/dev/null || [[ -x /usr/local/go/bin/go ]]; then healthy "$name" "not there yet; ./hoster up fetches or builds it"
    else ill "$name" "not there, and no Go to build it" "install Go 1.26, or put $name into $HOSTER_HOME/bin"; fi
  done
  if docker_answers; then healthy docker "engine $(docker_cli version --format '{{.Server.Version}}')"
  elif [[ -S /var/run/docker.sock ]] && ! is_root; then ill docker "this user may not use it" "sudo usermod -aG docker $(id -un)"
  elif is_root; then healthy docker "does not run; ./hoster up installs and starts it"
  else ill docker "no engine answers at $HOSTER_DOCKER_HOST" "sudo apt-get install -y docker.io"; fi
  if sentence=$( (need_disk) 2>&1); then healthy disk "enough room"; else ill disk "${sentence#hoster: }"; fi
  for part in caddy:HOSTER_HTTP_PORT temporal:HOSTER_TEMPORAL_UI_PORT; do
    variable=${part#*:}
    if sentence=$( (need_port "${part%%:*}" "$variable") 2>&1); then healthy port "${!variable} for ${part%%:*}"
    else ill port "${sentence#hoster: }"; fi
  done
  exit "$DOCTOR"
}

healthy() { stage_line "$1" "$2" ok; }

ill() {
  if [[ $# -eq 3 ]]; then
    stage_line "$1" "$2" missing
    say "             mend it: $3"
  else
    stage_line "$1" "$2" ''
  fi
  DOCTOR=1
}
