package io.hoster.store.metering;

import java.time.Instant;

/**
 * How much there is of one type of storage.
 *
 * @param type {@code code database static logs cache}
 */
public record StorageRow(String type, long sizeBytes, long fileCount, Instant calculatedAt) {}
