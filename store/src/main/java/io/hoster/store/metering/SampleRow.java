package io.hoster.store.metering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment used in one stretch of time, all services together. What was not measured is
 * null.
 *
 * @param at the stretch's start
 * @param cpuPercent mean; 100 is one CPU
 * @param memoryBytes mean
 * @param networkInBytes sum of the stretch
 * @param requests sum of the stretch
 * @param errors answers of 500 and above
 */
public record SampleRow(
    Instant at,
    @Nullable Double cpuPercent,
    @Nullable Long memoryBytes,
    @Nullable Long networkInBytes,
    @Nullable Long networkOutBytes,
    @Nullable Long requests,
    @Nullable Long errors,
    @Nullable Double responseMillisMean) {}
