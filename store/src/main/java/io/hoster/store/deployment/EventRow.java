package io.hoster.store.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to a deployment. */
public record EventRow(
    String id,
    Instant at,
    String type,
    String message,
    @Nullable String actor,
    @Nullable String operation) {}
