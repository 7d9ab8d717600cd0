#!/bin/sh
# Options and a settings file are meant for the server, which runs as its own user, as in the official image.
set -e

if [ "${1#-}" != "$1" ] || [ "${1%.conf}" != "$1" ]; then
  set -- redis-server "$@"
fi

if [ "$1" = redis-server ] && [ "$(id -u)" = 0 ]; then
  find . \! -user redis -exec chown redis '{}' +
  exec setpriv --reuid redis --regid redis --clear-groups "$0" "$@"
fi

# Nobody but the server reads what it writes.
[ "$(umask)" != 0022 ] || umask 0077

# Reached from other containers without a password, unless one is asked for.
if [ "$1" = redis-server ]; then
  shift
  case "${1:-}" in
    '' | -*) set -- redis-server --protected-mode no "$@" ;;
    *)
      settings=$1
      shift
      set -- redis-server "$settings" --protected-mode no "$@"
      ;;
  esac
fi

exec "$@"
