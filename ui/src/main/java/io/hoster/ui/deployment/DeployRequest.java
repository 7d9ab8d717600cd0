package io.hoster.ui.deployment;

import io.hoster.workflows.operation.CommandId;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants to run.
 *
 * @param template a slug
 * @param variables what was typed; what is missing is completed by defaults and generators
 * @param environment more variables for the service that has the address
 * @param command names this click: the same twice is one deployment; null: a fresh one
 */
public record DeployRequest(
    String template,
    String name,
    SortedMap<String, String> variables,
    SortedMap<String, String> environment,
    @Nullable CommandId command) {

  public DeployRequest {
    variables = new TreeMap<>(variables);
    environment = new TreeMap<>(environment);
  }
}
