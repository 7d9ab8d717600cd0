#!/bin/sh
# Options are meant for the server, as in the official image.
set -e

if [ "${1#-}" != "$1" ]; then
  set -- memcached "$@"
fi

exec "$@"
