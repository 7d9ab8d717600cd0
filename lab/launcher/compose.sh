# ./hoster lab compose: the production installation of docker-compose.yml on this machine, for real.
# shellcheck shell=bash

command_compose() {
  case "$*" in
    '') compose_start ;;
    down)
      prepare_home
      compose_away
      say "The installation of docker-compose.yml is gone, with its data and its customers' containers."
      ;;
    *) fail "./hoster lab compose knows down, not '$*'." ;;
  esac
}

compose_start() {
  local begun
  begun=$(now_ms)
  prepare_home
  need_disk
  need_jdk
  compose_settings
  compose_runs || need_port compose HOSTER_HTTP_PORT
  run_stages docker build docker-compose caddy-program temporal-programs postgres-program images:build+docker \
    compose-images:images+caddy-program+temporal-programs+postgres-program \
    app-image:compose-images compose:app-image+docker-compose proof:compose
  say
  say "${bold}Hoster runs as in production after $(since "$begun").${plain}"
  say
  sed -nE 's/^([A-Z][a-z ]+): +/  \1\t/p' "$COMPOSE/proof.txt" | expand -t 17
  say "  Console        $HOSTER_PUBLIC_URL"
  say "  Administrator  admin@hoster.example, the password is in $COMPOSE/secrets/admin-password"
  say "  Look at it     $COMPOSE/docker-compose ps"
  say "  Take it away   ./hoster lab compose down"
  exec 9>&-
}

# An installation of its own beside that of ./hoster up: other id, network and ports.
compose_settings() {
  local port
  COMPOSE=$HOSTER_HOME/compose
  private_folder "$COMPOSE" || fail "$COMPOSE cannot be written."
  [[ -n ${HOSTER_COMPOSE_INSTALL:-} ]] || remember HOSTER_COMPOSE_INSTALL "$(random_text 6)"
  [[ -n ${HOSTER_COMPOSE_NETWORK:-} ]] || remember HOSTER_COMPOSE_NETWORK "10.199.$((RANDOM % 254 + 1))"
  [[ -n ${HOSTER_COMPOSE_EDGE_PORT:-} ]] || { port=$(free_port) && remember HOSTER_COMPOSE_EDGE_PORT "$port"; }
  "$REPO/docs/operations/production/secrets" "$COMPOSE/secrets"
  [[ -s $COMPOSE/secrets/admin-password ]] || random_text 24 >"$COMPOSE/secrets/admin-password"
  cat >"$COMPOSE/env" <<TEXT
HOSTER_INSTALL=$HOSTER_COMPOSE_INSTALL
HOSTER_BASE_DOMAIN=$HOSTER_BASE_DOMAIN
HOSTER_APPS_DOMAIN=$HOSTER_APPS_DOMAIN
HOSTER_HTTP_PORT=$HOSTER_HTTP_PORT
HOSTER_PUBLIC_URL=$HOSTER_PUBLIC_URL
HOSTER_PORT_RANGE=$HOSTER_PORT_RANGE
HOSTER_NETWORK=$HOSTER_COMPOSE_NETWORK
HOSTER_EDGE_PORT=$HOSTER_COMPOSE_EDGE_PORT
HOSTER_ADMIN_EMAIL=admin@hoster.example
HOSTER_SECRETS=$COMPOSE/secrets
HOSTER_DOCKER_SOCKET=${HOSTER_DOCKER_HOST#unix://}
TEXT
}

# For people too: docker compose with the file, the settings and the name of this installation.
compose_command() {
  {
    printf '#!/bin/bash\nexec env'
    printf ' %q' "DOCKER_HOST=$HOSTER_DOCKER_HOST" "$(engine docker-compose)" --project-name "hoster-$HOSTER_COMPOSE_INSTALL" \
      --project-directory "$REPO" --file "$REPO/docker-compose.yml" --env-file "$COMPOSE/env"
    printf ' "$@"\n'
  } >"$COMPOSE/docker-compose"
  chmod 700 "$COMPOSE/docker-compose"
}

# Without this launcher's settings: what the file needs must stand in its own.
compose_cli() {
  (
    for setting in "${!HOSTER_@}"; do export -n "${setting?}"; done
    "$COMPOSE/docker-compose" "$@" 9>&-
  )
}

compose_label() { printf 'label=com.docker.compose.project=hoster-%s' "$HOSTER_COMPOSE_INSTALL"; }

compose_runs() { [[ -n $(docker_cli ps -q --filter "$(compose_label)" 2>/dev/null) ]]; }

docker_compose_up() {
  need_docker_compose
  compose_command
  note "version $("$(engine docker-compose)" version --short)"
}

caddy_program() {
  need_caddy
  note "caddy $CADDY_VERSION"
}

temporal_programs() {
  need_temporal
  temporal_program temporal-server server go.temporal.io/server/cmd/server
  temporal_program temporal-sql-tool server go.temporal.io/server/cmd/tools/sql
  temporal_program temporal-ui ui github.com/temporalio/ui-server/v2/cmd/server
  note "server $(temporal_version server), web UI $(temporal_version ui)"
}

# The version of an image of temporalio, as the file of production names it.
temporal_version() { sed -n "s|^ *image: temporalio/$1:||p" "$REPO/docker-compose.yml"; }

temporal_program() {
  local name=$1 version package=$3
  version=$(temporal_version "$2")
  mkdir -p "$CACHE/bin"
  exec 8>"$CACHE/$name.lock"
  flock 8
  if [[ ! -x $CACHE/bin/$name-$version ]]; then
    go_build "$name" temporal-server "$package" ""
    mv -- "$CACHE/build/$name" "$CACHE/bin/$name-$version"
  fi
  exec 8>&-
}

postgres_programs() {
  postgres_owner
  postgres_program >/dev/null
  note "PostgreSQL $(postgres_version)"
}

# The images by their official names: pulled where a registry answers, else made of these programs.
compose_images() {
  postgres_owner
  HOSTER_LAB_JAVA=$JAVA_HOME
  HOSTER_LAB_CADDY=$(engine caddy)
  HOSTER_LAB_POSTGRES=$(dirname -- "$(dirname -- "$(postgres_program)")")
  HOSTER_LAB_TEMPORAL=$(engine temporal)
  HOSTER_LAB_TEMPORAL_SERVER=$CACHE/bin/temporal-server-$(temporal_version server)
  HOSTER_LAB_TEMPORAL_SQL_TOOL=$CACHE/bin/temporal-sql-tool-$(temporal_version server)
  HOSTER_LAB_TEMPORAL_UI=$CACHE/bin/temporal-ui-$(temporal_version ui)
  export "${!HOSTER_LAB_@}"
  lab_java images production || fail "The images of docker-compose.yml could not be made; see why: cat $LOGS/up-compose-images.log"
  note "images are there"
}

app_image() {
  local builder=()
  docker_cli buildx version >/dev/null 2>&1 || builder=(env DOCKER_BUILDKIT=0)
  "${builder[@]}" docker -H "$HOSTER_DOCKER_HOST" build --network none --file "$REPO/docs/operations/production/Dockerfile" --tag "$(app_image_name)" "$REPO" ||
    fail "The application's image could not be built; see why: docker build --file $REPO/docs/operations/production/Dockerfile $REPO"
  note "$(app_image_name)"
}

app_image_name() { sed -n 's/^  image: \(hoster.hoster\):${HOSTER_VERSION:-\(.*\)}$/\1:\2/p' "$REPO/docker-compose.yml"; }

compose_up() {
  compose_cli up --detach --wait --wait-timeout 400 --remove-orphans ||
    fail "docker compose up did not come to its end; see why: $COMPOSE/docker-compose ps --all, and $COMPOSE/docker-compose logs"
  note "$(compose_cli ps --quiet | grep -c .) containers are healthy"
}

# Two apps through the edge; while the second comes up the worker that works on it is killed.
compose_proof() {
  (umask 077 && HOSTER_HOME=$COMPOSE lab_java production >"$COMPOSE/proof.txt.new") ||
    fail "The installation did not do what it should: $(tail -n 1 "$COMPOSE/proof.txt.new")"
  mv "$COMPOSE/proof.txt.new" "$COMPOSE/proof.txt"
  compose_cli up --detach --wait --wait-timeout 400 worker
  note "two apps answer, a killed worker was replaced"
}

# Customers' containers first: while workers lived they would be missed and made again.
compose_away() {
  [[ -n ${HOSTER_COMPOSE_INSTALL:-} ]] || return 0
  local kind objects HOSTER_INSTALL=$HOSTER_COMPOSE_INSTALL
  compose_settings
  need_docker_compose
  compose_command
  docker_answers || fail "The Docker engine is away, so its containers cannot be deleted; start it and try again: ./hoster doctor"
  compose_cli --progress quiet down --volumes --remove-orphans --timeout 20
  for kind in container network volume; do
    objects=$(docker_objects "$kind")
    # shellcheck disable=SC2086 # one word an id
    [[ -z $objects ]] || remove_objects "$kind" $objects
  done
  rm -rf -- "$COMPOSE"
}
