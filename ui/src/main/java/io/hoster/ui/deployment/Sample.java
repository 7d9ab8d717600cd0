package io.hoster.ui.deployment;

import io.hoster.store.metering.SampleRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a deployment used in one stretch of time; null is what was not measured. */
public record Sample(
    Instant at,
    @Nullable Double cpuPercent,
    @Nullable Long memoryBytes,
    @Nullable Long networkInBytes,
    @Nullable Long networkOutBytes,
    @Nullable Long requests,
    @Nullable Long errors,
    @Nullable Double responseMsAvg) {

  static Sample of(SampleRow row) {
    return new Sample(
        row.at(),
        row.cpuPercent(),
        row.memoryBytes(),
        row.networkInBytes(),
        row.networkOutBytes(),
        row.requests(),
        row.errors(),
        row.responseMillisMean());
  }
}
