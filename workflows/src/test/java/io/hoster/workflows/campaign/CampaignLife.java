package io.hoster.workflows.campaign;

import io.hoster.workflows.FailureType;
import io.hoster.workflows.SavedHistory;
import io.hoster.workflows.SkippedTime;
import io.hoster.workflows.campaign.CampaignActivities.Progress;
import io.hoster.workflows.campaign.CampaignWorkflow.CampaignInput;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The campaigns whose histories are kept, to be replayed by all later versions. */
enum CampaignLife {
  /** Over at the first look. */
  NOTHING_TO_UPDATE(1, 0),
  WAVES(6, 0),
  ROWS_AWAY(2, 3),
  /** So many looks that a fresh run takes over; this is the one before. */
  FRESH_RUN_AFTER_MANY_LOOKS(501, 0);

  private static final CampaignId CAMPAIGN = new CampaignId("cmp_1");

  private final int looks;
  private final int failures;

  CampaignLife(int looks, int failures) {
    this.looks = looks;
    this.failures = failures;
  }

  int looks() {
    return looks;
  }

  /** Where its history is kept. */
  SavedHistory history() {
    return new SavedHistory(
        "campaign/"
            + name().toLowerCase(Locale.ROOT).replace('_', '-')
            + (this == FRESH_RUN_AFTER_MANY_LOOKS ? "-v1.json.gz" : "-v1.json"));
  }

  /** Lives it; {@code then} sees the engine before it goes. Returns how long it took there. */
  Duration live(AtomicInteger looked, Consumer<SkippedTime<CampaignWorkflow>> then) {
    AtomicInteger toFail = new AtomicInteger(failures);
    CampaignActivities rows =
        campaign -> {
          if (toFail.getAndDecrement() > 0) {
            throw ApplicationFailure.newFailure("away", FailureType.STORE_UNAVAILABLE.name());
          }
          int look = looked.incrementAndGet();
          return new Progress(look == looks, look, 0, looks);
        };
    try (SkippedTime<CampaignWorkflow> engine =
        new SkippedTime<>(
            CampaignWorkflow.class,
            CampaignWorkflowImpl.class,
            CampaignWorkflow.idOf(CAMPAIGN),
            rows)) {
      Duration took = engine.run(workflow -> workflow.run(new CampaignInput(CAMPAIGN)));
      then.accept(engine);
      return took;
    }
  }

  /** Writes the history of each; started by hand, never writes over one. */
  public static void main(String[] arguments) throws IOException {
    for (CampaignLife life : values()) {
      life.history().save(Path.of(arguments[0]), life::record);
    }
  }

  private String record() {
    StringBuilder history = new StringBuilder();
    live(new AtomicInteger(), engine -> history.append(engine.firstRun().toJson(false)));
    return history.toString();
  }
}
