package io.hoster.ui.deployment;

import io.hoster.ui.api.Scalars;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What {@code POST …/redeploy} takes; what is not named stays as it is. */
public record ChangedDeployment(
    @Nullable String templateVersion,
    @JsonDeserialize(contentUsing = Scalars.class) @Nullable SortedMap<String, String> variables,
    @JsonDeserialize(contentUsing = Scalars.class)
        @Nullable SortedMap<String, String> environment) {

  static final ChangedDeployment NOTHING = new ChangedDeployment(null, null, null);

  RedeployRequest request() {
    return new RedeployRequest(
        templateVersion, variables == null ? new TreeMap<>() : variables, environment);
  }
}
