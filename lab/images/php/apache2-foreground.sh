#!/bin/bash
# Apache as the container's only service; its arguments are Apache's, as in the official image.
set -e

. "$APACHE_ENVVARS"
# Links lead to folders that a fresh /run lacks.
for folder in "$APACHE_RUN_DIR" "$APACHE_LOCK_DIR" "$APACHE_LOG_DIR"; do
  mkdir -p "$(readlink -m "$folder")"
done
rm -f "$APACHE_PID_FILE"

exec apache2 -DFOREGROUND "$@"
