#!/bin/sh
# Runs what lies in /docker-entrypoint.d before nginx starts, as the official image does.
set -e

log() {
  [ -n "${NGINX_ENTRYPOINT_QUIET_LOGS:-}" ] || echo "docker-entrypoint: $*"
}

case "$1" in
  nginx | nginx-debug)
    for file in /docker-entrypoint.d/*; do
      case "$file" in
        *.envsh)
          [ -x "$file" ] && { log "sourcing $file"; . "$file"; } || log "ignoring $file, not executable"
          ;;
        *.sh)
          if [ -x "$file" ]; then
            log "running $file"
            "$file"
          else
            log "ignoring $file, not executable"
          fi
          ;;
      esac
    done
    ;;
esac

exec "$@"
