package io.hoster.ui.journey;

import static org.awaitility.Awaitility.await;

import io.hoster.workflows.operation.OperationKind;
import java.time.Duration;

/** Something a customer does, what has to be there before, and what must be true at its end. */
enum Act {
  DEPLOY(OperationKind.PROVISION, App.STATIC_SITE),
  DEPLOY_TWO_SERVICES(OperationKind.PROVISION, App.MINIFLUX),
  CANCEL(OperationKind.PROVISION, App.MINIFLUX),
  STOP(OperationKind.STOP, App.STATIC_SITE),
  START(OperationKind.START, App.STATIC_SITE),
  RESTART(OperationKind.RESTART, App.STATIC_SITE),
  REDEPLOY(OperationKind.REDEPLOY, App.STATIC_SITE),
  DELETE(OperationKind.DELETE, App.MINIFLUX),
  SUSPEND(OperationKind.SUSPEND, App.STATIC_SITE),
  RESUME(OperationKind.RESUME, App.STATIC_SITE),
  ROLL_BACK(OperationKind.PROVISION, App.PINNED_PAGE);

  private final OperationKind kind;
  private final App app;

  Act(OperationKind kind, App app) {
    this.kind = kind;
    this.app = app;
  }

  OperationKind kind() {
    return kind;
  }

  /** What has to be there; of a deploy nothing. */
  Subject prepare(Customer customer, Installation installation) {
    return switch (this) {
      case DEPLOY, DEPLOY_TWO_SERVICES -> new Subject("", app);
      case CANCEL -> halfWay(customer.deploy(app), installation);
      case STOP, RESTART, REDEPLOY -> customer.running(app);
      case START, DELETE -> customer.stopped(app);
      case SUSPEND -> customer.running(app);
      case RESUME -> suspended(customer, installation);
      case ROLL_BACK -> customer.failed();
    };
  }

  /** Its first container runs, and the second one waits for it to be healthy. */
  private static Subject halfWay(Subject subject, Installation installation) {
    await("the first container of " + subject)
        .atMost(Customer.PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> !installation.world().of(subject.id()).containers().isEmpty());
    return subject;
  }

  private Subject suspended(Customer customer, Installation installation) {
    Subject subject = customer.running(app);
    new Staff(installation).suspend(customer);
    customer.awaitStatus(subject, "suspended");
    return subject;
  }

  /** Asks for it; returns what it is asked of. */
  Subject ask(Customer customer, Subject subject, Installation installation) {
    switch (this) {
      case DEPLOY, DEPLOY_TWO_SERVICES -> {
        return customer.deploy(app);
      }
      case CANCEL -> customer.command(subject, "cancel");
      case STOP -> customer.command(subject, "stop");
      case START -> customer.command(subject, "start");
      case RESTART -> customer.command(subject, "restart");
      case REDEPLOY -> customer.retitle(subject, "Another title");
      case DELETE -> customer.delete(subject);
      case SUSPEND -> new Staff(installation).suspend(customer);
      case RESUME -> new Staff(installation).resume(customer);
      case ROLL_BACK -> customer.rollBack(subject);
    }
    return subject;
  }

  /** Returns when it is at its end; what staff ask for begins in its own time. */
  void awaitEnd(Customer customer, Subject subject) {
    if (this == SUSPEND || this == RESUME) {
      customer.awaitStatus(subject, this == SUSPEND ? "suspended" : "running");
    } else {
      customer.awaitRest(subject);
    }
  }

  /** Checks the end. */
  void check(Truth truth, Subject subject) {
    switch (this) {
      case DEPLOY, DEPLOY_TWO_SERVICES, START, RESTART, REDEPLOY, RESUME ->
          truth.isRunning(subject);
      case STOP -> truth.isStopped(subject);
      case CANCEL -> truth.isGone(subject, "cancelled");
      case DELETE -> truth.isGone(subject, "succeeded");
      case SUSPEND -> truth.isSuspended(subject);
      case ROLL_BACK -> truth.isGone(subject, "rolled_back");
    }
  }

  /** Removes what is left of it, if anything is; returns whether something was. */
  boolean clear(Customer customer, Subject subject, Installation installation) {
    if (this == CANCEL || this == DELETE || this == ROLL_BACK) {
      return false;
    }
    if (this == SUSPEND) {
      new Staff(installation).resume(customer);
      customer.awaitStatus(subject, "running");
    }
    customer.remove(subject);
    return true;
  }
}
