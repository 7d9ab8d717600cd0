package io.hoster.ui;

import io.hoster.ui.security.Actor;
import io.hoster.workflows.tenant.TenantId;
import io.hoster.workflows.tenant.UserId;
import java.util.Optional;
import java.util.Set;

/** A browser in which Ada is signed in, or nobody. */
public final class OneVisitor implements Visitor {

  public static final Actor ADA =
      new Actor(
          new UserId("usr_ada"),
          "Ada Lovelace",
          "ada@acme.example",
          true,
          new TenantId("ten_acme"),
          true,
          Set.of(),
          Set.of("read", "write"),
          null,
          null,
          null);

  private volatile boolean somebody = true;

  @Override
  public Optional<Actor> find() {
    return somebody ? Optional.of(ADA) : Optional.empty();
  }

  @Override
  public void signOut() {
    somebody = false;
  }

  public void signIn() {
    somebody = true;
  }
}
