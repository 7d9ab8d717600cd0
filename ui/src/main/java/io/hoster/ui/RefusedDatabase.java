package io.hoster.ui;

import io.hoster.store.Migration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the process when its database is not for it. */
@Component
final class RefusedDatabase {

  private static final int FAILED = 1;

  @EventListener
  void end(Migration.Refused refused) {
    StartReport.say(refused.sentence());
    // The end waits for this very thread to be stopped.
    Thread.ofPlatform().name("refused-start").start(() -> System.exit(FAILED));
  }
}
