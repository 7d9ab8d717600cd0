#!/bin/bash
# The broker and its tools run as their own user, as in the official image.
set -euo pipefail

if [[ $1 == rabbitmq* && $(id -u) == 0 ]]; then
  find /var/lib/rabbitmq \! -user rabbitmq -exec chown rabbitmq '{}' +
  exec gosu rabbitmq "${BASH_SOURCE[0]}" "$@"
fi

exec "$@"
