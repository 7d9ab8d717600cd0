package io.hoster.workflows.node;

import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What should be on a node, and what is. */
public final class World {

  private World() {}

  /**
   * An app as its rows want it.
   *
   * @param busy work goes on or is asked for: nothing is judged
   * @param containers names
   * @param networks names, as its ledger knows them
   * @param volumes names, as its ledger knows them
   * @param route null: it has no address
   */
  public record WantedApp(
      TenantId tenant,
      DeploymentId id,
      DeploymentStatus status,
      boolean busy,
      List<String> containers,
      List<String> networks,
      List<String> volumes,
      @Nullable WantedRoute route) {

    public WantedApp {
      containers = List.copyOf(containers);
      networks = List.copyOf(networks);
      volumes = List.copyOf(volumes);
    }
  }

  /**
   * Where an app's address leads and should lead.
   *
   * @param upstream host and port; null: to a page
   * @param ports that the app holds on the node
   */
  public record WantedRoute(String state, @Nullable String upstream, List<Integer> ports) {

    public WantedRoute {
      ports = List.copyOf(ports);
    }
  }

  /** A port or address whose app is gone. */
  public record Leftover(DriftKind kind, String object) {}

  /**
   * A container that bears our labels.
   *
   * @param id the engine's own
   * @param deployment as its label says
   * @param running whether it runs, or is about to be started again by the engine
   * @param runsOnce it ends by itself
   */
  public record FoundContainer(
      String name, String id, String deployment, boolean running, boolean runsOnce) {}

  /** A network or volume that bears our labels. */
  public record FoundObject(String name, String deployment) {}

  /** All that was found on the engine. */
  public record Found(
      List<FoundContainer> containers, List<FoundObject> networks, List<FoundObject> volumes) {

    public Found {
      containers = List.copyOf(containers);
      networks = List.copyOf(networks);
      volumes = List.copyOf(volumes);
    }
  }

  /**
   * One way in which they differ.
   *
   * @param deployment null: it belongs to none that is there
   * @param object the thing's name
   * @param objectId the engine's own id of it; empty: none is needed
   * @param wanted in words
   * @param found in words
   */
  public record Difference(
      DriftKind kind,
      @Nullable TenantId tenant,
      @Nullable DeploymentId deployment,
      String object,
      String objectId,
      String wanted,
      String found) {}
}
