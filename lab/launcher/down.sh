# ./hoster down and reset: stopping, and taking away.
# shellcheck shell=bash

command_down() {
  local apps=off containers
  case "$*" in
    '') ;;
    --apps) apps=on ;;
    *) fail "./hoster down knows --apps, not '$*'." ;;
  esac
  [[ -d $RUN ]] || { say "Nothing to stop: $HOSTER_HOME has no installation."; return; }
  prepare_home
  platform_down
  if [[ $apps == on ]]; then
    containers=$(docker_objects container)
    # shellcheck disable=SC2086 # one word an id
    [[ -z $containers ]] || docker_cli stop $containers >/dev/null
    say "The customers' containers are stopped."
  fi
  exec 9>&-
}

# The application first, so that nothing is asked of an engine that is gone. The Docker engine stays.
platform_down() {
  local part
  ! alive training || end_tree "$(pid_of training)" KILL
  for part in app lab caddy temporal postgres; do
    if ! alive "$part"; then
      rm -f "$RUN/$part.pid"
      continue
    fi
    if [[ $part == postgres ]]; then postgres_down; else stop_process "$part"; fi
    stage_line "$part" stopped ''
  done
}

command_reset() {
  local kind objects
  [[ $* == --yes ]] || fail "This deletes the data and the containers of $HOSTER_HOME for good; if that is meant: ./hoster reset --yes"
  [[ -d $RUN ]] || { say "Nothing to delete: $HOSTER_HOME has no installation."; return; }
  prepare_home
  refuse_with_cloud_nodes
  platform_down
  [[ ! -d $HOSTER_HOME/compose ]] || compose_away
  if docker_answers; then
    for kind in container network volume; do
      objects=$(docker_objects "$kind")
      # shellcheck disable=SC2086 # one word an id
      [[ -z $objects ]] || remove_objects "$kind" $objects
    done
  elif [[ -d $HOSTER_HOME/postgres ]]; then
    fail "The Docker engine is away, so the containers of this installation cannot be deleted; start it and try again: ./hoster doctor"
  fi
  reset_files
  say "Deleted: the data in $HOSTER_HOME and the containers of installation $HOSTER_INSTALL."
}

remove_objects() {
  local kind=$1
  shift
  if [[ $kind == container ]]; then docker_cli rm -fv "$@" >/dev/null; else docker_cli "$kind" rm "$@" >/dev/null; fi
}

# What a person wrote (hoster.env) and put there (bin) stays.
reset_files() {
  local data=/var/lib/hoster/$HOSTER_INSTALL
  [[ ! -d $data ]] || rm -rf -- "$data"
  find "$HOSTER_HOME" -mindepth 1 -maxdepth 1 -not -name hoster.env -not -name bin -not -name run -exec rm -rf -- {} +
  find "$RUN" "$HOSTER_RUN_DIR" -mindepth 1 -not -name launcher.lock -delete
}

# A cloud node costs money until the platform destroyed it; its only record is in the data.
refuse_with_cloud_nodes() {
  local answer program
  postgres_wanted || return 0
  postgres_owner
  [[ -f $POSTGRES_DATA/PG_VERSION ]] || return 0
  need_jdk
  program=$(postgres_program)
  stop_process app
  postgres_down
  postgres_forget_dead
  exec 5>>"$LOGS/reset.log"
  answer=$(postgres_single "$program" hoster <<<"select 'here' where to_regclass('public.node') is not null;" 2>&5)
  [[ $answer == *'"here"'* ]] || return 0
  answer=$(postgres_single "$program" hoster <<<"select 'node=' || id from node where origin = 'cloud';" 2>&5 | sed -n 's/.*"node=\([^"]*\)".*/\1/p')
  [[ -z $answer ]] || fail "Cloud nodes still exist and cost money: ${answer//$'\n'/ }; delete them first (the application was stopped for this look; start it: ./hoster up)"
}
