# PostgreSQL from a Maven artefact: no package, no container, no root needed.
# shellcheck shell=bash

postgres_wanted() { [[ -z ${HOSTER_DATABASE_URL:-} ]]; }

postgres_up() {
  local program
  postgres_owner
  program=$(postgres_program)
  [[ -f $POSTGRES_DATA/PG_VERSION ]] || postgres_create "$program"
  postgres_roles "$program"
  postgres_forget_dead
  if ensure_process postgres "$HOSTER_POSTGRES_PORT $program" "${AS_POSTGRES[@]}" "$program" -D "$POSTGRES_DATA" \
    -c listen_addresses=127.0.0.1 -c "port=$HOSTER_POSTGRES_PORT" -c unix_socket_directories= \
    -c shared_buffers=64MB -c max_connections=120 -c max_wal_size=512MB -c jit=off -c log_timezone=UTC -c timezone=UTC; then
    await_process postgres 120 postgres_ready
  fi
  note "$STAGE_NOTE, 127.0.0.1:$HOSTER_POSTGRES_PORT"
}

postgres_ready() { [[ $(sed -n 8p "$POSTGRES_DATA/postmaster.pid" 2>/dev/null) == ready* ]]; }

# SIGINT is PostgreSQL's fast shutdown: it waits for no client.
postgres_down() { stop_process postgres INT 30; }

# PostgreSQL refuses to run as root. In an empty user namespace root's process is nobody, yet may
# still open root's files; where that is not allowed a system user owns the data instead.
postgres_owner() {
  if is_root && [[ -z ${HOSTER_POSTGRES_AS:-} ]]; then
    if unshare -U true 2>/dev/null; then remember HOSTER_POSTGRES_AS namespace; else remember HOSTER_POSTGRES_AS hoster-pg; fi
  fi
  AS_POSTGRES=(env) POSTGRES_HOME=$HOSTER_HOME
  if is_root && [[ $HOSTER_POSTGRES_AS == namespace ]]; then
    AS_POSTGRES=(unshare -U)
  elif is_root; then
    AS_POSTGRES=(setpriv "--reuid=hoster-pg" "--regid=hoster-pg" --init-groups) POSTGRES_HOME=/var/lib/hoster/$HOSTER_INSTALL
    id hoster-pg >/dev/null 2>&1 || useradd --system --user-group --no-create-home --shell /usr/sbin/nologin hoster-pg
    install -d -m 711 /var/lib/hoster
    install -d -m 700 -o hoster-pg -g hoster-pg "$POSTGRES_HOME"
  fi
  POSTGRES_DATA=$POSTGRES_HOME/postgres
}

postgres_version() { sed -n 's/.*<embedded-postgres-binaries.version>\(.*\)<.*/\1/p' "$REPO/pom.xml"; }

# Unpacks the artefact that the tests use too, once for all clones of this machine.
postgres_program() {
  local version arch shared folder
  version=$(postgres_version)
  arch=$(machine)
  shared=$CACHE
  [[ ${HOSTER_POSTGRES_AS:-} != hoster-pg ]] || shared=/var/lib/hoster
  folder=$shared/postgres-$version
  if [[ ! -x $folder/bin/postgres ]]; then
    command -v xz >/dev/null || install_packages xz-utils >&2
    mkdir -p "$folder.new.$$/jar"
    (
      cd "$folder.new.$$/jar" &&
      maven -q -N dependency:copy "-Dartifact=io.zonky.test.postgres:embedded-postgres-binaries-linux-${arch/arm64/arm64v8}:$version" "-DoutputDirectory=$PWD" >&2 &&
      "$JAVA_HOME/bin/jar" xf ./*.jar &&
      tar -xJf ./*.txz -C ..
    ) || fail "PostgreSQL $version could not be fetched; see why: $LOGS/up-postgres.log"
    rm -rf "$folder.new.$$/jar"
    mv -T "$folder.new.$$" "$folder" 2>/dev/null || rm -rf "$folder.new.$$"
  fi
  printf '%s' "$folder/bin/postgres"
}

postgres_create() {
  local folder=$POSTGRES_DATA.new password=$POSTGRES_HOME/initdb.password
  rm -rf "$folder"
  secret_file "$HOSTER_HOME/postgres.password"
  # A copy that the owner of the data can read.
  # shellcheck disable=SC2016 # expanded by the inner shell
  "${AS_POSTGRES[@]}" bash -c 'umask 077; cat >"$1"' copy "$password" < <(cat "$HOSTER_HOME/postgres.password")
  "${AS_POSTGRES[@]}" "${1%/*}/initdb" --pgdata="$folder" --username=postgres --auth=scram-sha-256 \
    --pwfile="$password" --encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 >&2
  rm -f "$password"
  mv -T "$folder" "$POSTGRES_DATA"
}

secret_file() {
  [[ -s $1 ]] || (umask 077 && random_text 32 >"$1")
}

postgres_url() {
  printf 'jdbc:postgresql://127.0.0.1:%s/hoster?user=hoster&password=%s' "$HOSTER_POSTGRES_PORT" "$(<"$HOSTER_HOME/database.password")"
}

# The login role, the database and the roles of the pools, in single-user mode: it needs no client
# program and no server. Done again only when roles.sql changed.
postgres_roles() {
  local program=$1 sql=$REPO/store/src/main/resources/db/roles.sql wanted password
  wanted=$(hash_of <"$sql")
  [[ $(cat "$POSTGRES_HOME/postgres.roles" 2>/dev/null) != "$wanted" ]] || return 0
  secret_file "$HOSTER_HOME/database.password"
  password=$(<"$HOSTER_HOME/database.password")
  postgres_down
  postgres_forget_dead
  postgres_single "$program" postgres <<SQL
do \$\$ begin if not exists (select from pg_roles where rolname = 'hoster') then create role hoster; end if; end \$\$;
alter role hoster login nosuperuser nocreatedb nocreaterole nobypassrls password '$password';
SQL
  if ! postgres_single "$program" postgres <<<"select 'found' from pg_database where datname = 'hoster';" | grep -q '"found"'; then
    postgres_single "$program" postgres <<<"create database hoster owner hoster;"
  fi
  postgres_single "$program" hoster <"$sql"
  postgres_single "$program" hoster <<<"grant hoster_web, hoster_worker to hoster;"
  printf '%s\n' "$wanted" >"$POSTGRES_HOME/postgres.roles"
}

# Runs SQL in one go. With -j a statement ends at an empty line, so there must be none inside.
postgres_single() {
  { grep -v '^[[:space:]]*$'; printf '\n\n'; } |
    "${AS_POSTGRES[@]}" "$1" --single -j -D "$POSTGRES_DATA" -c exit_on_error=on -c log_statement=none "$2" ||
    fail "PostgreSQL refused what it was asked; see why: tail $LOGS/up-postgres.log $LOGS/reset.log"
}

# After a kill -9 or a restart of the machine the lock file may name a number that a stranger has now,
# and PostgreSQL would refuse to start. It is taken away when nothing works in the data folder.
postgres_forget_dead() {
  local cwd
  [[ -f $POSTGRES_DATA/postmaster.pid ]] && ! alive postgres || return 0
  until_true 10 postgres_unused || fail "PostgreSQL's data in $POSTGRES_DATA are in use by another process; see which: fuser -v $POSTGRES_DATA"
  rm -f "$POSTGRES_DATA/postmaster.pid"
}

postgres_unused() {
  local cwd
  for cwd in /proc/[0-9]*/cwd; do
    [[ $(readlink "$cwd" 2>/dev/null) != "$POSTGRES_DATA" ]] || return 1
  done
}
