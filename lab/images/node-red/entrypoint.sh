#!/bin/bash
# Node-RED on the folder /data; arguments are its own, as in the official image.
set -e

read -ra options <<<"${NODE_OPTIONS:-}"
unset NODE_OPTIONS
exec node "${options[@]}" node_modules/node-red/red.js --userDir /data ${FLOWS:+"$FLOWS"} "$@"
