package io.hoster.activities.docker;

import com.github.dockerjava.api.model.Container;
import io.hoster.activities.docker.ContainerEngine.Inventory.Resting;
import java.util.Arrays;
import java.util.Set;

/** Reads what a list of containers says of each. */
final class Listed {

  private static final Set<String> AT_REST = Set.of("created", "exited");

  private Listed() {}

  static boolean isAtRest(Container listed) {
    return AT_REST.contains(listed.getState());
  }

  /** As its label says; empty: it says nothing. */
  static String deployment(Container listed) {
    return listed.getLabels().getOrDefault(Labels.DEPLOYMENT, "");
  }

  static Resting resting(Container listed) {
    return new Resting(name(listed), listed.getId(), deployment(listed));
  }

  /** What links call it has more than one slash. */
  private static String name(Container listed) {
    return Arrays.stream(listed.getNames())
        .map(name -> name.substring(1))
        .filter(name -> name.indexOf('/') < 0)
        .findFirst()
        .orElse(listed.getId());
  }
}
