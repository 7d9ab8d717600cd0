package io.hoster.ui.deployment;

import io.hoster.ui.Problem;
import io.hoster.ui.Problem.FieldProblem;
import java.util.List;
import java.util.regex.Pattern;

/** What a deployment may be called. */
final class DeploymentNames {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{1,38}[a-z0-9])");

  private DeploymentNames() {}

  static void require(String name) {
    if (!NAME.matcher(name).matches()) {
      throw Problem.invalid(
          "/name",
          "A name has 3 to 40 small letters, digits and hyphens, and starts and ends with a letter"
              + " or digit.");
    }
  }

  static Problem taken(String name) {
    String message = "You already have a deployment called " + name + ".";
    return new Problem(
        409, "name_taken", message, List.of(new FieldProblem("/name", "name_taken", message)));
  }
}
