#!/bin/sh
# Options are meant for Apache, as in the official image.
set -e

if [ "${1#-}" != "$1" ]; then
  set -- apache2-foreground "$@"
fi

exec "$@"
