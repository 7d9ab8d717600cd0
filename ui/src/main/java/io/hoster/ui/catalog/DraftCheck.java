package io.hoster.ui.catalog;

import io.hoster.store.catalog.ServiceImage;
import io.hoster.ui.Problem;
import io.hoster.ui.Problem.FieldProblem;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.TemplateDefinition.Entry;
import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.catalog.compose.Adaptation;
import io.hoster.workflows.catalog.compose.Compiled;
import io.hoster.workflows.catalog.compose.ComposeCompiler;
import io.hoster.workflows.catalog.compose.Finding;
import io.hoster.workflows.catalog.compose.Suggestion;
import io.hoster.workflows.catalog.compose.Suggestions;
import io.hoster.workflows.deployment.DeploymentPlan;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the compiler says of a template as a whole, with examples for what customers will type. */
public final class DraftCheck {

  private DraftCheck() {}

  /** What becomes of a template's compose file. */
  static Compiled compile(String compose, List<Variable> variables) {
    SortedMap<String, String> values = SampleValues.complete(variables, new TreeMap<>());
    return ComposeCompiler.compile(compose, variables, values);
  }

  /** What becomes of a file as it stands, and what would bring it nearer to a template. */
  static Creators.Look look(String compose, List<Variable> variables) {
    SortedMap<String, String> values = SampleValues.complete(variables, new TreeMap<>());
    List<Suggestion> suggestions = Suggestions.of(compose, variables, values);
    return switch (compile(compose, variables)) {
      case Compiled.Planned planned ->
          new Creators.Look(List.of(), planned.plan(), planned.notices(), suggestions);
      case Compiled.Refused refused ->
          new Creators.Look(refused.findings(), null, refused.notices(), suggestions);
    };
  }

  /** A file with every suggestion that helps. */
  static Creators.Mended mend(String compose, List<Variable> variables) {
    Adaptation mended =
        Adaptation.of(compose, variables, SampleValues.complete(variables, new TreeMap<>()));
    return new Creators.Mended(mended.text(), mended.variables());
  }

  /**
   * Refuses a template that cannot run.
   *
   * @throws Problem 422 with the lines of the compose file, or the entry that is not there
   */
  public static void requireGood(TemplateDefinition template) {
    switch (compile(template.compose(), template.variables())) {
      case Compiled.Planned planned -> requireEntry(template, planned.plan());
      case Compiled.Refused refused -> throw Problem.invalid(problems(refused.findings()));
    }
  }

  private static void requireEntry(TemplateDefinition template, DeploymentPlan plan) {
    Entry entry = template.entry();
    if (entry == null) {
      return;
    }
    if (!hasService(plan, entry.service())) {
      throw Problem.invalid(List.of(noService(entry)));
    }
    boolean published =
        plan.services().stream()
            .filter(service -> service.name().equals(entry.service()))
            .flatMap(service -> service.ports().stream())
            .anyMatch(port -> port.containerPort() == entry.port());
    if (!published) {
      throw Problem.invalid(
          "/entry/port",
          "The service %s publishes no port %d. Add it under its ports."
              .formatted(entry.service(), entry.port()));
    }
  }

  static boolean hasService(DeploymentPlan plan, String name) {
    return plan.services().stream().anyMatch(service -> service.name().equals(name));
  }

  static FieldProblem noService(Entry entry) {
    return new FieldProblem(
        "/entry/service",
        "invalid",
        "The compose file has no service \"" + entry.service() + "\" for the address to lead to.");
  }

  /** Findings as the API tells them. */
  static List<FieldProblem> problems(List<Finding> findings) {
    return findings.stream()
        .map(f ->
            new FieldProblem(
                "/compose",
                f.code().name().toLowerCase(Locale.ROOT),
                f.message(),
                f.line(),
                f.column(),
                f.path()))
        .toList();
  }

  static List<ServiceImage> services(DeploymentPlan plan) {
    return plan.services().stream()
        .map(service -> new ServiceImage(service.name(), service.image()))
        .toList();
  }
}
