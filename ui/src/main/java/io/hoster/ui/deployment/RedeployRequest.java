package io.hoster.ui.deployment;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to change. What is not named stays as it is.
 *
 * @param templateVersion such as {@code 2.1.0}; null: the same
 * @param environment replaces the customer's own variables; null: they stay
 */
public record RedeployRequest(
    @Nullable String templateVersion,
    SortedMap<String, String> variables,
    @Nullable SortedMap<String, String> environment) {

  public RedeployRequest {
    variables = new TreeMap<>(variables);
    environment = environment == null ? null : new TreeMap<>(environment);
  }
}
