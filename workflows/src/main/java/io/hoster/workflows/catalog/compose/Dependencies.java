package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import io.hoster.workflows.deployment.ServicePlan.Condition;
import io.hoster.workflows.deployment.ServicePlan.Dependency;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** {@code depends_on} as a list of names or as names with conditions, then {@code links}. */
final class Dependencies {

  private final SortedSet<String> services;
  private final Shapes shapes;
  private final List<Dependency> dependencies = new ArrayList<>();

  Dependencies(SortedSet<String> services, Shapes shapes) {
    this.services = services;
    this.shapes = shapes;
  }

  List<Dependency> read(At service) {
    service.get("depends_on").ifPresent(this::readAll);
    Links.read(service, shapes, (at, name) -> add(at, name, Condition.STARTED, true));
    return dependencies;
  }

  private void readAll(At at) {
    if (at.isList()) {
      for (At item : at.items()) {
        shapes.text(item).ifPresent(name -> add(item, name, Condition.STARTED, true));
      }
    } else {
      shapes.fields(at).forEach(this::readField);
    }
  }

  private void readField(At.Field field) {
    At at = field.value();
    shapes.fields(at);
    Section.DEPENDENCY.check(at, shapes.findings());
    boolean required = at.get("required").map(shapes::flag).orElse(true);
    shapes.flag(at, "restart");
    Optional<At> condition = at.get("condition");
    if (condition.isEmpty()) {
      add(field.name(), field.key(), Condition.STARTED, required);
      return;
    }
    Optional<Condition> known = shapes.text(condition.get()).flatMap(Dependencies::condition);
    if (known.isPresent()) {
      add(field.name(), field.key(), known.get(), required);
    } else {
      shapes
          .findings()
          .add(
              condition.get(),
              Code.INVALID_VALUE,
              condition.get().quoted()
                  + " is no condition. Write service_started, service_healthy or service_completed_successfully.");
    }
  }

  private void add(At at, String name, Condition condition, boolean required) {
    if (services.contains(name)) {
      if (dependencies.stream().noneMatch(other -> other.service().equals(name))) {
        dependencies.add(new Dependency(name, condition));
      }
    } else if (required) {
      shapes
          .findings()
          .add(
              at,
              Code.INVALID_VALUE,
              "There is no such service in this file. Name one of: "
                  + String.join(", ", services)
                  + ".");
    }
  }

  private static Optional<Condition> condition(String text) {
    return Optional.ofNullable(
        switch (text) {
          case "service_started" -> Condition.STARTED;
          case "service_healthy" -> Condition.HEALTHY;
          case "service_completed_successfully" -> Condition.COMPLETED;
          default -> null;
        });
  }
}
