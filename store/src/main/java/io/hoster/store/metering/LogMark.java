package io.hoster.store.metering;

import java.time.Instant;

/**
 * How far an access log is counted.
 *
 * @param file tells the file from those before and after it, whatever they are called
 * @param begun when its first line was written
 * @param position bytes of it that are counted
 */
public record LogMark(String file, Instant begun, long position) {}
