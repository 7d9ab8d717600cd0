package io.hoster.ui.deployment;

import io.hoster.store.deployment.DeploymentIntents;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.WebRole;
import org.springframework.stereotype.Component;

/** Suggests names that a tenant has not given yet. Needs the tenant's transaction. */
@WebRole
@Component
class FreeNames {

  private static final int LONGEST = 40;
  private static final int SHORTEST = 3;

  private final DeploymentIntents intents;

  FreeNames(DeploymentIntents intents) {
    this.intents = intents;
  }

  /** The name, or the name and the first number from 2 on that is free. */
  String like(Actor actor, String wanted) {
    String base = wanted.length() < SHORTEST ? wanted + "-app" : wanted;
    String name = cut(base, LONGEST);
    for (int number = 2; intents.nameIsTaken(actor.tenant(), name); number++) {
      String end = "-" + number;
      name = cut(base, LONGEST - end.length()) + end;
    }
    return name;
  }

  private static String cut(String name, int length) {
    return name.length() <= length ? name : name.substring(0, length).replaceFirst("-+$", "");
  }
}
