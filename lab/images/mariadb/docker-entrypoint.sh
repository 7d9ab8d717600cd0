#!/usr/bin/env bash
# First start: makes the database from MARIADB_* (or MYSQL_*) and /docker-entrypoint-initdb.d, as the official image does.
set -Eeuo pipefail

DATA=/var/lib/mysql
SOCKET=/run/mysqld/mysqld.sock
UNFINISHED=$DATA/.unfinished

fail() {
  printf 'Error: %s\n' "$*" >&2
  exit 1
}

# MARIADB_NAME, MYSQL_NAME, or the content of the file that either's _FILE names.
setting() {
  local name value='' found=0
  for name in "MARIADB_$1" "MYSQL_$1"; do
    local file_name=${name}_FILE
    if [[ -n ${!name:-} && -n ${!file_name:-} ]]; then
      fail "both $name and $file_name are set (but are exclusive)"
    fi
    if ((!found)) && [[ -n ${!name:-} ]]; then
      value=${!name} found=1
    elif ((!found)) && [[ -n ${!file_name:-} ]]; then
      value=$(<"${!file_name}") found=1
    fi
    unset "$name" "$file_name"
  done
  printf -v "$1" %s "$value"
}

# A text between quotes of SQL, whatever is in it.
quoted() {
  local text=${1//\\/\\\\}
  printf "'%s'" "${text//\'/\\\'}"
}

name_quoted() { printf '`%s`' "${1//\`/\`\`}"; }

run_sql() { mariadb --no-defaults --protocol=socket --socket="$SOCKET" --user=root --batch "$@"; }

start_unreachable() {
  "$@" --skip-networking --socket="$SOCKET" --wsrep-on=OFF --expire-logs-days=0 &
  SERVER=$!
  local tries
  for ((tries = 0; tries < 1200; tries++)); do
    if run_sql --execute='SELECT 1' >/dev/null 2>&1; then return; fi
    kill -0 "$SERVER" 2>/dev/null || fail "the server ended before it was set up"
    sleep 0.1
  done
  fail "the server does not answer"
}

time_zones() {
  [[ -z ${MARIADB_INITDB_SKIP_TZINFO:-${MYSQL_INITDB_SKIP_TZINFO:-}} ]] || return 0
  mariadb-tzinfo-to-sql --skip-write-binlog /usr/share/zoneinfo | run_sql --database=mysql
}

accounts() {
  local host=${MARIADB_ROOT_HOST:-${MYSQL_ROOT_HOST:-%}} check
  check=$(head -c 24 /dev/urandom | base64)
  [[ -z $DATABASE ]] || printf 'CREATE DATABASE IF NOT EXISTS %s;\n' "$(name_quoted "$DATABASE")"
  if [[ -n $USER_NAME && -n $PASSWORD ]]; then
    printf 'CREATE USER %s@%s IDENTIFIED BY %s;\n' "$(quoted "$USER_NAME")" "'%'" "$(quoted "$PASSWORD")"
    [[ -z $DATABASE ]] ||
      printf 'GRANT ALL ON %s.* TO %s@%s;\n' "$(name_quoted "${DATABASE//_/\\_}")" "$(quoted "$USER_NAME")" "'%'"
  fi
  # Made without a password, for names that this server never looks up.
  printf "DROP USER IF EXISTS root@'127.0.0.1', root@'::1';\n"
  printf 'EXECUTE IMMEDIATE CONCAT("DROP USER IF EXISTS root@", QUOTE(@@hostname));\n'
  local address
  for address in 127.0.0.1 ::1 localhost; do
    printf 'CREATE USER healthcheck@%s IDENTIFIED BY %s;\nGRANT USAGE ON *.* TO healthcheck@%s;\n' \
      "$(quoted "$address")" "$(quoted "$check")" "$(quoted "$address")"
  done
  if [[ $host != localhost ]]; then
    printf 'CREATE USER root@%s IDENTIFIED BY %s;\nGRANT ALL ON *.* TO root@%s WITH GRANT OPTION;\n' \
      "$(quoted "$host")" "$(quoted "$ROOT_PASSWORD")" "$(quoted "$host")"
  fi
  (umask 077 && printf '[mariadb-client]\nport=3306\nsocket=%s\nuser=healthcheck\npassword=%s\nprotocol=tcp\n' \
    "$SOCKET" "$check" >"$DATA/.my-healthcheck.cnf")
  printf 'SET PASSWORD FOR root@localhost = PASSWORD(%s);\n' "$(quoted "$ROOT_PASSWORD")"
}

run_init_files() {
  local file root=(mariadb --protocol=socket --socket="$SOCKET" --user=root)
  [[ -z $DATABASE ]] || root+=(--database="$DATABASE")
  export MARIADB_ROOT_PASSWORD=$ROOT_PASSWORD MARIADB_DATABASE=$DATABASE MARIADB_USER=$USER_NAME MARIADB_PASSWORD=$PASSWORD
  export MYSQL_PWD=$ROOT_PASSWORD
  for file in /docker-entrypoint-initdb.d/*; do
    case $file in
      *.sh)
        # shellcheck source=/dev/null
        if [[ -x $file ]]; then "$file"; else . "$file"; fi
        ;;
      *.sql) "${root[@]}" <"$file" ;;
      *.sql.gz) gunzip -c "$file" | "${root[@]}" ;;
      *.sql.zst) zstd -dc "$file" | "${root[@]}" ;;
    esac
  done
  mariadb-admin --protocol=socket --socket="$SOCKET" --user=root shutdown
  unset MYSQL_PWD MARIADB_ROOT_PASSWORD MARIADB_DATABASE MARIADB_USER MARIADB_PASSWORD
}

first_start() {
  setting ROOT_PASSWORD
  setting RANDOM_ROOT_PASSWORD
  setting ALLOW_EMPTY_ROOT_PASSWORD
  setting DATABASE
  setting USER
  setting PASSWORD
  USER_NAME=$USER
  if [[ -n $RANDOM_ROOT_PASSWORD ]]; then
    ROOT_PASSWORD=$(head -c 24 /dev/urandom | base64)
    printf 'GENERATED ROOT PASSWORD: %s\n' "$ROOT_PASSWORD"
  fi
  [[ -n $ROOT_PASSWORD || -n $ALLOW_EMPTY_ROOT_PASSWORD ]] ||
    fail "Database is uninitialized and password option is not specified
    You need to specify one of MARIADB_ROOT_PASSWORD, MARIADB_ALLOW_EMPTY_ROOT_PASSWORD and MARIADB_RANDOM_ROOT_PASSWORD"
  # What was cut off begins anew: half a database would be taken for a whole one.
  touch "$UNFINISHED"
  mariadb-install-db --datadir="$DATA" --auth-root-authentication-method=normal --skip-test-db >/dev/null
  start_unreachable "$@"
  time_zones
  accounts >/tmp/accounts.sql
  run_sql --database=mysql </tmp/accounts.sql
  rm /tmp/accounts.sql
  run_init_files
  wait "$SERVER"
  rm "$UNFINISHED"
  printf 'MariaDB init process done. Ready for start up.\n'
}

[[ ${1:0:1} != - ]] || set -- mariadbd "$@"

if [[ $1 == mariadbd || $1 == mysqld ]]; then
  if [[ $(id -u) == 0 ]]; then
    find "$DATA" \! -user mysql -exec chown mysql: '{}' +
    find "${SOCKET%/*}" -maxdepth 0 \! -user mysql -exec chown mysql: '{}' +
    exec gosu mysql "${BASH_SOURCE[0]}" "$@"
  fi
  [[ ! -e $UNFINISHED ]] || find "$DATA" -mindepth 1 -delete
  [[ -d $DATA/mysql ]] || first_start "$@"
fi

exec "$@"
