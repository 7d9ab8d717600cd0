package io.hoster.activities.deployment;

import io.hoster.store.deployment.DeploymentStore.Facts;
import io.hoster.store.notice.NoticeOutbox;
import org.springframework.stereotype.Component;

/** Tells whoever asked for the app that it runs, by the outbox: mail that is away fails no app. */
@Component
final class RunningMail {

  private final NoticeOutbox outbox;
  private final EdgeAddress edge;

  RunningMail(NoticeOutbox outbox, EdgeAddress edge) {
    this.outbox = outbox;
    this.edge = edge;
  }

  StepResult send(StepContext context, Facts facts) {
    String user = facts.createdBy();
    if (user == null) {
      return StepResult.skipped("nobody asked for one");
    }
    boolean queued =
        context.write(() ->
            outbox.toUser(
                facts.tenant(),
                user,
                facts.name() + " is running",
                facts.name() + " is running.\n\nOpen it: " + edge.url(facts.host()) + "\n",
                "running/" + facts.id() + "/" + context.operation().id()));
    return queued ? StepResult.done("on its way") : StepResult.skipped("no address to send it to");
  }
}
