package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import io.hoster.workflows.deployment.DeploymentPlan;
import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.deployment.ServicePlan.Condition;
import io.hoster.workflows.deployment.ServicePlan.Dependency;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads a whole file into a plan, which is worth something only when there are no findings. */
final class FileReader {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,30}");
  private static final Pattern VOLUME_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}");
  private static final int MOST_SERVICES = 20;
  private static final int MOST_VOLUMES = 10;
  private static final int MOST_NETWORKS = 5;

  private final At file;
  private final VariableLookup variables;
  private final Shapes shapes;

  FileReader(At file, VariableLookup variables, Findings findings) {
    this.file = file;
    this.variables = variables;
    this.shapes = new Shapes(findings);
  }

  DeploymentPlan read() {
    shapes.fields(file);
    Section.FILE.check(file, shapes.findings());
    VolumeNames volumes =
        new VolumeNames(names(declared("volumes", VOLUME_NAME, MOST_VOLUMES, Section.VOLUME)));
    List<String> networks = names(declared("networks", NAME, MOST_NETWORKS, Section.NETWORK));
    DeclaredFiles files = new DeclaredFiles(variables, shapes);
    declared("configs", VOLUME_NAME, DeclaredFiles.MOST, Section.CONFIG).forEach(files::addConfig);
    declared("secrets", VOLUME_NAME, DeclaredFiles.MOST, Section.SECRET).forEach(files::addSecret);
    List<At.Field> fields = file.get("services").map(shapes::fields).orElse(List.of());
    checkServices(fields);
    SortedSet<String> names = new TreeSet<>();
    fields.forEach(field -> names.add(field.key()));
    ServiceReader reader = new ServiceReader(names, volumes, networks, files, variables, shapes);
    Links links = new Links(names, shapes);
    fields.stream().limit(MOST_SERVICES).forEach(field -> links.add(field.value()));
    List<ServicePlan> services =
        fields.stream()
            .limit(MOST_SERVICES)
            .map(field -> links.with(reader.read(field.key(), field.value())))
            .toList();
    checkWaitsForHealth(services);
    return new DeploymentPlan(ordered(services), volumes.all(), networks);
  }

  private static List<String> names(List<At.Field> fields) {
    return fields.stream().map(At.Field::key).toList();
  }

  private List<At.Field> declared(String key, Pattern form, int most, Section section) {
    List<At.Field> declared = new ArrayList<>();
    List<At.Field> fields = file.get(key).map(shapes::fields).orElse(List.of());
    for (At.Field field : fields.subList(0, Math.min(fields.size(), most))) {
      checkName(field, form);
      shapes.fields(field.value());
      section.check(field.value(), shapes.findings());
      Labels.check(field.value(), shapes);
      shapes.flag(field.value(), "internal");
      declared.add(field);
    }
    if (fields.size() > most) {
      file.get(key)
          .ifPresent(at ->
              shapes
                  .findings()
                  .add(
                      at,
                      Code.OVER_LIMIT,
                      "A file declares at most " + most + " " + key + ". Remove some."));
    }
    return declared;
  }

  private void checkServices(List<At.Field> fields) {
    fields.stream().limit(MOST_SERVICES).forEach(field -> checkName(field, NAME));
    At at = file.child("services").orElse(file);
    if (fields.isEmpty()) {
      shapes.findings().add(at, Code.SCHEMA, "The file has no services. Add at least one.");
    } else if (fields.size() > MOST_SERVICES) {
      shapes.findings().add(at, Code.OVER_LIMIT, "A file has at most 20 services. Remove some.");
    }
  }

  private void checkName(At.Field field, Pattern form) {
    if (!form.matcher(field.key()).matches()) {
      shapes
          .findings()
          .add(
              field.name(),
              Code.INVALID_VALUE,
              Quoted.of(field.key())
                  + " is no name. Begin with a small letter or digit and use small letters, digits,"
                  + " - and _, at most 31.");
    }
  }

  private void checkWaitsForHealth(List<ServicePlan> services) {
    for (ServicePlan service : services) {
      for (Dependency dependency : service.dependsOn()) {
        if (dependency.condition() == Condition.HEALTHY
            && neverHealthy(dependency.service(), services)) {
          shapes
              .findings()
              .add(
                  dependsOn(service.name()),
                  Code.INVALID_VALUE,
                  Quoted.of(dependency.service())
                      + " has its health check switched off, so it never becomes healthy. Switch it"
                      + " on or wait for service_started.");
        }
      }
    }
  }

  private static boolean neverHealthy(String name, List<ServicePlan> services) {
    return services.stream()
        .filter(service -> service.name().equals(name))
        .map(ServicePlan::healthcheck)
        .anyMatch(check -> check != null && check.test().equals(List.of("NONE")));
  }

  private List<ServicePlan> ordered(List<ServicePlan> services) {
    return switch (ServiceOrder.of(services)) {
      case ServiceOrder.Order.Of order -> order.services();
      case ServiceOrder.Order.Cycle cycle -> {
        shapes
            .findings()
            .add(
                dependsOn(cycle.names().getFirst()),
                Code.INVALID_VALUE,
                "These services wait for each other: "
                    + String.join(" → ", cycle.names())
                    + ". Remove one of the dependencies.");
        yield services;
      }
    };
  }

  private At dependsOn(String service) {
    return file.get("services")
        .flatMap(at -> at.get(service))
        .flatMap(at -> at.get("depends_on"))
        .orElse(file);
  }
}
