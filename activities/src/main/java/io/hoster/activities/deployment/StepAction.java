package io.hoster.activities.deployment;

import io.hoster.workflows.operation.Step;

/** How one step is done. Safe to run twice: what is there is adopted, what is gone is gone. */
interface StepAction {

  Step step();

  /**
   * @throws StepFailure with a sentence for the customer
   */
  StepResult run(StepContext context);
}
