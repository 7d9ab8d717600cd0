package io.hoster.ui.deployment;

import io.hoster.ui.security.Actor;
import io.hoster.workflows.catalog.FieldProblem;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.CommandId;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the page that makes a deployment asks. */
interface DeployDesk {

  /**
   * What the form starts from.
   *
   * @param services their names
   * @param name one that is free
   */
  record Offer(TemplateDefinition template, List<String> services, String name, Room room) {

    public Offer {
      services = List.copyOf(services);
    }
  }

  /**
   * How much of the plan is used.
   *
   * @param full a sentence when there is no room; else null
   * @param nanoCpus of each container
   * @param memoryBytes of each container
   */
  record Room(
      String plan, int used, int limit, @Nullable String full, long nanoCpus, long memoryBytes) {}

  /**
   * Whether a name can be had.
   *
   * @param host the address it would get
   * @param problem a sentence; null: it is free
   * @param instead a name that is free; null: none is suggested
   */
  record NameCheck(String host, @Nullable String problem, @Nullable String instead) {}

  /**
   * What would be made, by the compiler that will run.
   *
   * @param problems with the values; the rest then shows what can be told
   * @param containers empty: cannot be told from these values
   */
  record Preview(List<FieldProblem> problems, List<String> containers, List<String> volumes) {

    public Preview {
      problems = List.copyOf(problems);
      containers = List.copyOf(containers);
      volumes = List.copyOf(volumes);
    }
  }

  /** Problem 404 when there is no such template for this reader. */
  Offer offer(Actor actor, String slug);

  NameCheck check(Actor actor, String name);

  Preview preview(TemplateDefinition template, SortedMap<String, String> values);

  /** A fresh id: the same one twice makes one deployment. */
  CommandId newCommand();

  /**
   * Asks for a deployment; accepted, not done, when it returns. Fields in trouble are pointed at as
   * {@code /name} and {@code /variables/NAME}; {@code plan_limit} when there is no room.
   */
  DeploymentId deploy(
      Actor actor, CommandId command, String slug, String name, SortedMap<String, String> values);
}
