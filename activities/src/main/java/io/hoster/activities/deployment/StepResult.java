package io.hoster.activities.deployment;

/**
 * How a step ended well.
 *
 * @param status {@code done} or {@code skipped}
 * @param message the result in a few words
 */
record StepResult(String status, String message) {

  static StepResult done(String message) {
    return new StepResult("done", message);
  }

  static StepResult skipped(String message) {
    return new StepResult("skipped", message);
  }
}
