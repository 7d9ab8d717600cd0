# Makes the namespace and what operators search by; run again it changes nothing.
# The commands read TEMPORAL_ADDRESS by themselves.
set -eu

# A namespace that was just made is known to the whole server after some seconds.
soon() {
  try=1
  until "$@"; do
    [ "$try" -lt 30 ] || exit 1
    try=$((try + 1))
    sleep 1
  done
}

made() {
  temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1 ||
    temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 90d
}

searched_by() {
  temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" --name "$1" --type "$2"
}

soon made
soon temporal operator namespace update --namespace "$TEMPORAL_NAMESPACE" --retention 90d
for attribute in HosterTenant HosterSubject HosterNode HosterState HosterFailure; do
  soon searched_by "$attribute" Keyword
done
soon searched_by HosterNeedsPerson Bool
