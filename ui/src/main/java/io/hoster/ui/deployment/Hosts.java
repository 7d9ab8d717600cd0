package io.hoster.ui.deployment;

import io.hoster.store.Ids;
import io.hoster.store.deployment.DeploymentIntents;
import io.hoster.ui.Problem;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.deployment.DeploymentId;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Gives a deployment its host: its name while that is free, else the name and four characters. */
@WebRole
@Component
class Hosts {

  private static final Set<String> RESERVED =
      Set.of(
          "www",
          "admin",
          "api",
          "login",
          "console",
          "app",
          "apps",
          "mail",
          "smtp",
          "imap",
          "ftp",
          "ssh",
          "ns1",
          "ns2",
          "dns",
          "docs",
          "status",
          "support",
          "billing",
          "help",
          "blog",
          "cdn",
          "static",
          "assets",
          "auth",
          "account",
          "accounts",
          "signup",
          "register",
          "hoster",
          "root",
          "system",
          "temporal",
          "metrics",
          "health",
          "autoconfig",
          "autodiscover",
          "localhost",
          "postmaster",
          "webmaster",
          "security",
          "abuse");

  private static final int TRIES = 5;

  private final DeploymentIntents intents;
  private final String appsDomain;

  Hosts(DeploymentIntents intents, @Value("${hoster.apps-domain}") String appsDomain) {
    this.intents = intents;
    this.appsDomain = appsDomain;
  }

  /** The host that {@code name} would get if it were deployed now. */
  String candidate(Actor actor, String name) {
    String bare = name + "." + appsDomain;
    return !RESERVED.contains(name) && intents.hostIsFree(actor.tenant(), bare)
        ? bare
        : suffixed(name);
  }

  private String suffixed(String name) {
    String fresh = Ids.fresh("x");
    return name + "-" + fresh.substring(fresh.length() - 4) + "." + appsDomain;
  }

  /**
   * Adds the row under a host that nobody has.
   *
   * @param lifetime after which it goes away by itself; null: it stays
   */
  void add(
      Actor actor,
      DeploymentId id,
      String name,
      String kind,
      String templateId,
      @Nullable Duration lifetime) {
    String host = candidate(actor, name);
    for (int i = 0; i < TRIES; i++) {
      if (intents.add(
          actor.tenant(), id, name, kind, templateId, host, actor.user().value(), lifetime)) {
        return;
      }
      if (intents.nameIsTaken(actor.tenant(), name)) {
        throw DeploymentNames.taken(name);
      }
      host = suffixed(name);
    }
    throw Problem.conflict("name_taken", "No address is free for this name. Choose another.");
  }
}
