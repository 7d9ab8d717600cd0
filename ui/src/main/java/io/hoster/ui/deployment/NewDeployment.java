package io.hoster.ui.deployment;

import io.hoster.ui.Problem;
import io.hoster.ui.Problem.FieldProblem;
import io.hoster.ui.api.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What {@code POST /api/v1/deployments} takes.
 *
 * @param template a slug of the marketplace
 * @param variables names to values; what is missing is completed by defaults and generators
 * @param environment more variables for the service that has the address
 * @param nodeId where to run; null: Hoster chooses
 */
public record NewDeployment(
    @Nullable String template,
    @Nullable String name,
    @JsonDeserialize(contentUsing = Scalars.class) @Nullable SortedMap<String, String> variables,
    @JsonDeserialize(contentUsing = Scalars.class) @Nullable SortedMap<String, String> environment,
    @Nullable String nodeId,
    @Nullable String domain) {

  private static final String LOCAL = "nod_local";

  /**
   * As the service takes it.
   *
   * @throws Problem 422 with every field that is missing or not to be had
   */
  DeployRequest request() {
    List<FieldProblem> problems = new ArrayList<>();
    if (template == null || template.isBlank()) {
      problems.add(invalid("/template", "Say which template to run."));
    }
    if (name == null || name.isBlank()) {
      problems.add(invalid("/name", "Give the deployment a name."));
    }
    if (nodeId != null && !nodeId.equals(LOCAL)) {
      problems.add(invalid("/node_id", "There is no such node, or it is not yours to use."));
    }
    if (domain != null) {
      problems.add(invalid("/domain", "Own domains cannot be set here. Leave this out."));
    }
    if (template == null || name == null || !problems.isEmpty()) {
      throw Problem.invalid(problems);
    }
    return new DeployRequest(
        template,
        name,
        variables == null ? new TreeMap<>() : variables,
        environment == null ? new TreeMap<>() : environment,
        null);
  }

  private static FieldProblem invalid(String pointer, String message) {
    return new FieldProblem(pointer, "invalid", message);
  }
}
