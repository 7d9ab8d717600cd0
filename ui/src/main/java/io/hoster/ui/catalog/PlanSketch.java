package io.hoster.ui.catalog;

import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.compose.Compiled;
import io.hoster.workflows.catalog.compose.ComposeCompiler;
import io.hoster.workflows.deployment.DeploymentPlan;
import java.util.Optional;
import java.util.SortedMap;

/** What a template would make with the values typed so far, by the compiler that will run. */
public final class PlanSketch {

  private PlanSketch() {}

  /** The plan, with examples for what is still missing; empty: the values do not compile. */
  public static Optional<DeploymentPlan> of(
      TemplateDefinition template, SortedMap<String, String> values) {
    Compiled compiled =
        ComposeCompiler.compile(
            template.compose(),
            template.variables(),
            SampleValues.complete(template.variables(), values));
    return compiled instanceof Compiled.Planned planned
        ? Optional.of(planned.plan())
        : Optional.empty();
  }
}
