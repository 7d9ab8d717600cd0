package io.hoster.ui.deployment;

import org.jspecify.annotations.Nullable;

/**
 * What {@code POST …/resolve} takes.
 *
 * @param action {@code retry} or {@code rollback}
 */
public record Decision(@Nullable String action) {}
