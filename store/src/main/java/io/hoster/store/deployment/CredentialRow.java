package io.hoster.store.deployment;

import org.jspecify.annotations.Nullable;

/**
 * A line of the credentials page: either {@code value} or {@code secret}, never both.
 *
 * @param secret {@code sec_…}, to be opened by who may
 */
public record CredentialRow(
    String name, String service, @Nullable String value, @Nullable String secret) {}
