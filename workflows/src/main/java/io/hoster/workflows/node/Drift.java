package io.hoster.workflows.node;

import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.node.World.Difference;
import io.hoster.workflows.node.World.Found;
import io.hoster.workflows.node.World.FoundContainer;
import io.hoster.workflows.node.World.FoundObject;
import io.hoster.workflows.node.World.Leftover;
import io.hoster.workflows.node.World.WantedApp;
import io.hoster.workflows.node.World.WantedRoute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what rows want with what is on a node. Only reports; decides nothing. */
public final class Drift {

  /** So many apps must miss containers before it can be most of the world. */
  private static final int MANY = 3;

  private final String prefix;
  private final Map<String, FoundContainer> containers = new LinkedHashMap<>();
  private final Set<String> networks = new LinkedHashSet<>();
  private final Set<String> volumes = new LinkedHashSet<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final List<Difference> differences = new ArrayList<>();

  private Drift(String prefix, Found found) {
    this.prefix = prefix;
    found.containers().forEach(container -> containers.put(container.name(), container));
    found.networks().forEach(network -> networks.add(network.name()));
    found.volumes().forEach(volume -> volumes.add(volume.name()));
  }

  /**
   * All differences, those of apps first.
   *
   * @param prefix with which every name of this installation begins
   * @param leftovers ports and addresses of apps that are gone
   */
  public static List<Difference> between(
      String prefix, List<WantedApp> wanted, List<Leftover> leftovers, Found found) {
    Drift drift = new Drift(prefix, found);
    wanted.forEach(drift::compare);
    drift.findUnknown(found);
    leftovers.forEach(drift::add);
    drift.findWorldGone(wanted);
    return List.copyOf(drift.differences);
  }

  private void compare(WantedApp app) {
    known.addAll(app.containers());
    known.addAll(app.networks());
    known.addAll(app.volumes());
    if (app.busy()) {
      known.add(app.id().value());
      return;
    }
    switch (app.status()) {
      case RUNNING -> compareRunning(app);
      case STOPPED, SUSPENDED -> compareResting(app);
      case FAILED, PENDING, SCHEDULED, BUILDING, STARTING, UPDATING, STOPPING, DELETING ->
          known.add(app.id().value()); // an operation has made, or is making, what is there
    }
  }

  private void compareRunning(WantedApp app) {
    for (String name : app.containers()) {
      FoundContainer found = containers.get(name);
      if (found == null) {
        add(DriftKind.CONTAINER_MISSING, app, name, "", "runs", "is not there");
      } else if (!found.running() && !found.runsOnce()) {
        add(DriftKind.CONTAINER_STOPPED, app, name, found.id(), "runs", "does not run");
      }
    }
    missing(DriftKind.NETWORK_MISSING, app, app.networks(), networks);
    missing(DriftKind.VOLUME_MISSING, app, app.volumes(), volumes);
    WantedRoute route = app.route();
    if (route != null && !isLive(route)) {
      String leads = route.upstream() == null ? "says " + route.state() : "to " + route.upstream();
      add(DriftKind.ROUTE_WRONG, app, "address", "", "leads to the app", leads);
    }
  }

  private static boolean isLive(WantedRoute route) {
    String upstream = route.upstream();
    boolean leads = route.state().equals("live") || route.state().equals("unavailable");
    return leads
        && upstream != null
        && route.ports().stream().anyMatch(port -> upstream.endsWith(":" + port));
  }

  private void compareResting(WantedApp app) {
    for (String name : app.containers()) {
      FoundContainer found = containers.get(name);
      if (found != null && found.running()) {
        String word = app.status() == DeploymentStatus.STOPPED ? "is stopped" : "is suspended";
        add(DriftKind.CONTAINER_RUNS, app, name, found.id(), word, "runs");
      }
    }
    missing(DriftKind.VOLUME_MISSING, app, app.volumes(), volumes);
    WantedRoute route = app.route();
    if (route != null && route.state().equals("live")) {
      add(DriftKind.ROUTE_WRONG, app, "address", "", "says that it rests", "leads to the app");
    }
  }

  private void missing(DriftKind kind, WantedApp app, List<String> names, Set<String> found) {
    for (String name : names) {
      if (!found.contains(name)) {
        add(kind, app, name, "", "is there", "is not there");
      }
    }
  }

  private void findUnknown(Found found) {
    for (FoundContainer container : found.containers()) {
      if (isUnknown(container.name(), container.deployment())) {
        DriftKind kind =
            container.name().startsWith(prefix)
                ? DriftKind.CONTAINER_UNKNOWN
                : DriftKind.CONTAINER_FOREIGN;
        unknown(kind, container.name(), container.id());
      }
    }
    for (FoundObject network : found.networks()) {
      if (isUnknown(network.name(), network.deployment())) {
        unknown(DriftKind.NETWORK_UNKNOWN, network.name(), network.name());
      }
    }
    for (FoundObject volume : found.volumes()) {
      if (isUnknown(volume.name(), volume.deployment())) {
        unknown(DriftKind.VOLUME_UNKNOWN, volume.name(), volume.name());
      }
    }
  }

  private boolean isUnknown(String name, String deployment) {
    return !known.contains(name) && !known.contains(deployment);
  }

  private void unknown(DriftKind kind, String object, String id) {
    differences.add(new Difference(kind, null, null, object, id, "no row knows it", "is there"));
  }

  private void add(Leftover leftover) {
    differences.add(
        new Difference(
            leftover.kind(),
            null,
            null,
            leftover.object(),
            "",
            "is free",
            "belongs to an app that is gone"));
  }

  private void add(
      DriftKind kind, WantedApp app, String object, String id, String wanted, String found) {
    differences.add(new Difference(kind, app.tenant(), app.id(), object, id, wanted, found));
  }

  /** More than half of the running apps, and several, have lost their containers at once. */
  private void findWorldGone(List<WantedApp> wanted) {
    long running =
        wanted.stream()
            .filter(app -> app.status() == DeploymentStatus.RUNNING && !app.busy())
            .count();
    Set<DeploymentId> gone = new LinkedHashSet<>();
    differences.stream()
        .filter(difference -> difference.kind() == DriftKind.CONTAINER_MISSING)
        .map(Difference::deployment)
        .forEach(gone::add);
    if (gone.size() >= MANY && gone.size() * 2L > running) {
      differences.add(
          new Difference(
              DriftKind.WORLD_GONE,
              null,
              null,
              "node",
              "",
              running + " apps run",
              gone.size() + " of them have lost their containers"));
    }
  }
}
