package io.hoster.store.deployment;

import java.time.Instant;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment was asked to be.
 *
 * @param templateVersion such as {@code 2.1.0}
 * @param variables without the secret ones
 * @param secretVariables the names of the secret ones
 * @param environment what the customer added
 */
public record RevisionRow(
    int revision,
    String templateVersion,
    SortedMap<String, String> variables,
    SortedSet<String> secretVariables,
    SortedMap<String, String> environment,
    @Nullable String createdBy,
    Instant createdAt) {}
