package io.hoster.ui;

import io.hoster.workflows.StartRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in one sentence why the process does not start; other faults are told with all they have.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartReport implements SpringBootExceptionReporter {

  private static final Logger log = LoggerFactory.getLogger(StartReport.class);

  @Override
  public boolean reportException(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartRefusedException refused) {
        say(String.valueOf(refused.getMessage()));
        return true;
      }
    }
    return false;
  }

  static void say(String sentence) {
    log.error(sentence);
  }
}
