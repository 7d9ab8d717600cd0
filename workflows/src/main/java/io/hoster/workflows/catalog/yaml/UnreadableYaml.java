package io.hoster.workflows.catalog.yaml;

/** Carries a problem out of the depth of the reader; never leaves this package. */
final class UnreadableYaml extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient YamlProblem problem;

  UnreadableYaml(Place place, String path, YamlProblem.Reason reason, String message) {
    super(message, null, false, false);
    this.problem = new YamlProblem(place, path, reason, message);
  }

  YamlProblem problem() {
    return problem;
  }
}
