package io.hoster.store.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A service of a deployment as it was last seen.
 *
 * @param state the container's, such as {@code running}
 * @param message the last check's answer
 */
public record ServiceRow(
    String name,
    String image,
    @Nullable String containerName,
    String state,
    String health,
    int restarts,
    @Nullable String message,
    Instant checkedAt) {}
