#!/usr/bin/env bash
# Whether the database takes connections and is whole: --connect and --innodb_initialized of the official image.
set -Eeuo pipefail

ask() { mariadb --defaults-file=/var/lib/mysql/.my-healthcheck.cnf --host=127.0.0.1 --skip-column-names --batch --execute="$1"; }

for check in "$@"; do
  case $check in
    --connect) ask 'SELECT 1' >/dev/null ;;
    --innodb_initialized)
      [[ $(ask "SELECT 1 FROM information_schema.ENGINES WHERE engine = 'innodb' AND support IN ('YES', 'DEFAULT', 'ENABLED')") == 1 ]]
      ;;
    *)
      printf 'There is no check %s here.\n' "$check" >&2
      exit 2
      ;;
  esac
done
