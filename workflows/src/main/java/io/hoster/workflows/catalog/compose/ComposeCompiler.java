package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.catalog.compose.Finding.Code;
import io.hoster.workflows.catalog.yaml.YamlNode;
import io.hoster.workflows.catalog.yaml.YamlProblem;
import io.hoster.workflows.catalog.yaml.YamlRead;
import io.hoster.workflows.catalog.yaml.YamlReader;
import io.hoster.workflows.deployment.DeploymentPlan;
import java.util.List;
import java.util.SortedMap;

/**
 * Compiles a compose file into a plan: read within limits, fill declared variables in, check
 * against the schema, read into our own types under our own rules. Nothing of the file is passed on
 * as it stands. Pure: the same input gives the same result everywhere.
 */
public final class ComposeCompiler {

  private ComposeCompiler() {}

  /**
   * Compiles {@code text}, whatever it is; never throws because of it.
   *
   * @param variables what the template declares; only these are filled in
   * @param values names to values, usually checked and completed before; a declared variable that
   *     is not in it has its default
   */
  public static Compiled compile(
      String text, List<Variable> variables, SortedMap<String, String> values) {
    return switch (YamlReader.read(text)) {
      case YamlRead.Broken broken ->
          new Compiled.Refused(List.of(finding(broken.problem())), List.of());
      case YamlRead.Document document ->
          compile(Extensions.strip(document.root()), new VariableLookup(variables, values));
    };
  }

  private static Compiled compile(YamlNode written, VariableLookup variables) {
    Findings findings = new Findings();
    YamlNode filled = new Interpolation(variables, findings).fill(At.root(written));
    if (findings.isFull()) {
      return new Compiled.Refused(findings.inFileOrder(), findings.notices());
    }
    At file = At.root(filled);
    ComposeSchema.check(file, findings);
    DeploymentPlan plan = new FileReader(file, variables, findings).read();
    return findings.isEmpty()
        ? new Compiled.Planned(plan, findings.notices())
        : new Compiled.Refused(findings.inFileOrder(), findings.notices());
  }

  private static Finding finding(YamlProblem problem) {
    Code code =
        switch (problem.reason()) {
          case SYNTAX -> Code.SYNTAX;
          case NOT_ALLOWED -> Code.NOT_ALLOWED;
          case TOO_LARGE -> Code.OVER_LIMIT;
        };
    return new Finding(
        problem.place().line(), problem.place().column(), problem.path(), code, problem.message());
  }
}
