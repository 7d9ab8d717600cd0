package io.hoster.ui.deployment;

import java.time.Instant;

/**
 * A line that a container wrote.
 *
 * @param stream {@code stdout} or {@code stderr}
 */
public record LogLine(Instant at, String service, String stream, String text) {}
