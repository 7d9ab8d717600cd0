#!/bin/sh
# Starts the server on the container's own address unless BIND_ON_IP says another, as the official image does.
set -eu
own=$(hostname -i | cut -d' ' -f1)
export BIND_ON_IP="${BIND_ON_IP:-$own}"
case $BIND_ON_IP in
  0.0.0.0 | ::0) export TEMPORAL_BROADCAST_ADDRESS="${TEMPORAL_BROADCAST_ADDRESS:-$own}" ;;
esac
exec temporal-server start
