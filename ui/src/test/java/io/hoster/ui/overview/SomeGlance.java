package io.hoster.ui.overview;

import io.hoster.ui.component.State;
import io.hoster.ui.deployment.SomeDeployments;
import io.hoster.ui.security.Actor;
import java.util.List;
import java.util.TreeMap;

/** An overview with a trouble and work going on. */
public final class SomeGlance implements Glance {

  private final SomeDeployments deployments;

  public SomeGlance(SomeDeployments deployments) {
    this.deployments = deployments;
  }

  @Override
  public Seen look(Actor actor) {
    return new Seen(
        false,
        null,
        new TreeMap<State, Integer>(deployments.states(actor)),
        List.of(
            new Trouble(
                SomeDeployments.FAILED,
                "reader",
                "Step 5 of 12 failed: Pull images. The image “miniflux:9.9” does not exist.")),
        List.of(
            new Work(SomeDeployments.STARTS, deployments.work(actor, SomeDeployments.STARTS)),
            new Work(SomeDeployments.FAILED, deployments.work(actor, SomeDeployments.FAILED))),
        List.of(
            new Use(Kind.SITES, 3, 3), new Use(Kind.APIS, 0, 3), new Use(Kind.DATABASES, 1, 1)));
  }
}
