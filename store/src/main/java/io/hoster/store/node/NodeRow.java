package io.hoster.store.node;

import io.hoster.workflows.node.NodeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A node as screens and the API show it; what was never seen is null.
 *
 * @param deployments how many live on it, of those that the reader may see
 */
public record NodeRow(
    NodeId id,
    String name,
    String origin,
    String status,
    @Nullable String statusReason,
    @Nullable String dockerVersion,
    @Nullable Integer cgroupVersion,
    @Nullable Integer cpus,
    @Nullable Long memoryBytes,
    @Nullable Long diskBytes,
    @Nullable Long diskFreeBytes,
    @Nullable Instant lastSeenAt,
    long deployments) {}
