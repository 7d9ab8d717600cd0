# Temporal: the development server of its CLI, with its database in a file and its own web UI.
# shellcheck shell=bash

temporal_wanted() { [[ -z ${HOSTER_TEMPORAL_ADDRESS:-} ]]; }

# Without the raised poll rates and WAL every step of a workflow takes 100 ms instead of 25.
temporal_up() {
  local program arguments attribute
  need_temporal
  program=$(engine temporal)
  arguments=(
    --ip 127.0.0.1 --port "$HOSTER_TEMPORAL_PORT" --ui-port "$HOSTER_TEMPORAL_UI_PORT"
    --db-filename "$HOSTER_HOME/temporal.db" --namespace hoster
    --ui-public-path /ops/temporal --ui-codec-endpoint "$HOSTER_PUBLIC_URL/ops/codec" --ui-disable-news-fetch
    --dynamic-config-value history.transferProcessorMaxPollRPS=2000
    --dynamic-config-value history.timerProcessorMaxPollRPS=2000
    --dynamic-config-value system.enableActivityEagerExecution=true
    --sqlite-pragma journal_mode=WAL --sqlite-pragma synchronous=NORMAL
    --log-level warn
  )
  for attribute in HosterTenant HosterSubject HosterNode HosterState HosterFailure; do
    arguments+=(--search-attribute "$attribute=Keyword")
  done
  arguments+=(--search-attribute HosterNeedsPerson=Bool)
  if ensure_process temporal "$(hash_of <<<"$program ${arguments[*]}")" "$program" server start-dev "${arguments[@]}"; then
    await_process temporal 120 temporal_namespace "$program"
  fi
  note "$STAGE_NOTE, 127.0.0.1:$HOSTER_TEMPORAL_PORT, web UI on :$HOSTER_TEMPORAL_UI_PORT"
}

# Ready once the namespace takes its 90 days of retention; the server's own default is one day.
temporal_namespace() {
  port_in_use "$HOSTER_TEMPORAL_PORT" &&
    "$1" operator namespace update --namespace hoster --retention 90d --address "127.0.0.1:$HOSTER_TEMPORAL_PORT" >/dev/null 2>&1
}
