# The Docker engine: the one that answers at the socket, else one installed and started here.
# shellcheck shell=bash

docker_cli() { docker -H "$HOSTER_DOCKER_HOST" "$@"; }

docker_answers() { docker_cli version --format '{{.Server.Version}}' >/dev/null 2>&1; }

docker_up() {
  if command -v docker >/dev/null && docker_answers; then
    note "already running"
  else
    [[ $HOSTER_DOCKER_HOST == unix:///var/run/docker.sock ]] ||
      fail "No Docker engine answers at $HOSTER_DOCKER_HOST; start it, or use the local one: unset HOSTER_DOCKER_HOST"
    docker_may_start
    if ! { command -v docker && command -v dockerd; } >/dev/null; then install_packages docker.io iptables; fi
    docker_start
    note started
  fi
  note "$STAGE_NOTE, engine $(docker_cli version --format '{{.Server.Version}}')"
}

docker_may_start() {
  is_root && return
  [[ ! -S /var/run/docker.sock ]] ||
    fail "This user may not use the Docker engine; run: sudo usermod -aG docker $(id -un), sign in again and run ./hoster up"
  ! command -v dockerd >/dev/null || fail "The Docker engine does not run; run: sudo systemctl start docker || sudo dockerd &"
  fail "There is no Docker engine; run: sudo apt-get update && sudo apt-get install -y docker.io && sudo usermod -aG docker $(id -un)"
}

# An engine started here keeps containers alive over its own death (live restore).
docker_start() {
  if docker_answers; then return; fi
  if [[ -d /run/systemd/system ]]; then
    systemctl start docker || true
  else
    ensure_process dockerd dockerd dockerd --live-restore || true
    await_process dockerd 60 docker_answers
  fi
  until_true 60 docker_answers || fail "The Docker engine does not start; see why: journalctl -u docker -n 20, or run dockerd by hand"
}

# The names or ids of this installation's objects: docker_objects container|network|volume
docker_objects() {
  case $1 in
    container) docker_cli ps -aq --filter "label=io.hoster.install=$HOSTER_INSTALL" ;;
    network | volume) docker_cli "$1" ls -q --filter "label=io.hoster.install=$HOSTER_INSTALL" ;;
  esac
}
