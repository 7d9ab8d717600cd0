package io.hoster.store.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why an operation waits for a person.
 *
 * @param step the failing {@link io.hoster.workflows.operation.Step}'s name
 * @param code a {@link io.hoster.workflows.FailureType}'s name
 * @param message a sentence for the customer
 * @param technical what the other side answered, for staff
 */
public record FailureRow(
    String step, String code, String message, @Nullable String technical, Instant since) {}
