# Makes the namespace and what operators search by; run again it changes nothing.
# TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE are read by the command itself.
set -eu

# The server answers a moment before it can make a namespace.
try=1
until temporal operator namespace describe >/dev/null 2>&1 ||
  temporal operator namespace create --retention 90d; do
  [ "$try" -lt 30 ] || exit 1
  try=$((try + 1))
  sleep 1
done
temporal operator namespace update --retention 90d

for attribute in HosterTenant HosterSubject HosterNode HosterState HosterFailure; do
  temporal operator search-attribute create --name "$attribute" --type Keyword
done
temporal operator search-attribute create --name HosterNeedsPerson --type Bool
