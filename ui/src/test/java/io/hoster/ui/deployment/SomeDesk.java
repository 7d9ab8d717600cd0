package io.hoster.ui.deployment;

import io.hoster.ui.Problem;
import io.hoster.ui.catalog.SomeTemplates;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.catalog.FieldProblem;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.VariableValues;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.CommandId;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Takes every deployment whose name is not "taken". */
public final class SomeDesk implements DeployDesk {

  private final AtomicInteger commands = new AtomicInteger();
  public final List<String> asked = new CopyOnWriteArrayList<>();
  public @Nullable Problem refusal;

  @Override
  public Offer offer(Actor actor, String slug) {
    return new Offer(
        new SomeTemplates().find(slug),
        List.of("web", "db", "cache"),
        slug,
        new Room("Free", 2, 3, null, 500_000_000, 512_000_000));
  }

  @Override
  public NameCheck check(Actor actor, String name) {
    return new NameCheck(
        name + ".apps.localhost",
        name.equals("taken") ? "You already have a deployment called taken." : null,
        name.equals("taken") ? "taken-2" : null);
  }

  @Override
  public Preview preview(TemplateDefinition template, SortedMap<String, String> values) {
    List<FieldProblem> problems =
        switch (VariableValues.check(template.variables(), values, n -> 0)) {
          case VariableValues.Checked.Complete complete -> List.of();
          case VariableValues.Checked.Invalid invalid -> invalid.problems();
        };
    return new Preview(problems, List.of("web", "db", "cache"), List.of("web-data", "db-data"));
  }

  @Override
  public CommandId newCommand() {
    return new CommandId("cmd_" + commands.incrementAndGet());
  }

  @Override
  public DeploymentId deploy(
      Actor actor, CommandId command, String slug, String name, SortedMap<String, String> values) {
    if (refusal != null) {
      throw refusal;
    }
    asked.add(command + " " + slug + " " + name + " " + values);
    return SomeDeployments.STARTS;
  }
}
