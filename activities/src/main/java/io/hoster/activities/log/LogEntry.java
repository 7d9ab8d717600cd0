package io.hoster.activities.log;

import java.time.Instant;

/**
 * A line as it travels: one JSON object a line.
 *
 * @param stream {@code stdout} or {@code stderr}
 */
record LogEntry(Instant at, String service, String stream, String text) {}
