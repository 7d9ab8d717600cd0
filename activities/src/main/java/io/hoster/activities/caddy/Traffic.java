package io.hoster.activities.caddy;

import io.hoster.store.metering.TrafficCount;
import io.hoster.workflows.deployment.DeploymentId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums lines of the access log up by deployment and minute. */
final class Traffic {

  private record Key(DeploymentId deployment, Instant minute) {}

  private long requests;
  private long errors;
  private long upgrades;
  private double seconds;
  private long bytesIn;
  private long bytesOut;

  private Traffic() {}

  static List<TrafficCount> of(List<AccessLine> lines) {
    Map<Key, Traffic> sums = new LinkedHashMap<>();
    for (AccessLine line : lines) {
      Key key = new Key(line.deployment(), line.at().truncatedTo(ChronoUnit.MINUTES));
      sums.computeIfAbsent(key, k -> new Traffic()).add(line);
    }
    return sums.entrySet().stream().map(sum -> sum.getValue().count(sum.getKey())).toList();
  }

  private void add(AccessLine line) {
    requests++;
    errors += line.isError() ? 1 : 0;
    upgrades += line.isUpgrade() ? 1 : 0;
    seconds += line.isUpgrade() ? 0 : line.seconds();
    bytesIn += line.bytesIn();
    bytesOut += line.bytesOut();
  }

  private TrafficCount count(Key key) {
    return new TrafficCount(
        key.deployment(),
        key.minute(),
        requests,
        errors,
        upgrades,
        seconds * 1_000,
        bytesIn,
        bytesOut);
  }
}
