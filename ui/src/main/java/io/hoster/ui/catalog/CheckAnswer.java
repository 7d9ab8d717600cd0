package io.hoster.ui.catalog;

import io.hoster.workflows.catalog.compose.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler made of a file.
 *
 * @param errors in the file's order; empty when it is good
 * @param variables those declared, then those that the file uses without declaring them
 * @param plan null when it is not good
 */
public record CheckAnswer(
    boolean ok, List<Finding> errors, List<VariableJson> variables, @Nullable PlanJson plan) {}
