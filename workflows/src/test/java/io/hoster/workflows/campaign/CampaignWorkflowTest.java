package io.hoster.workflows.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CampaignWorkflowTest {

  @ParameterizedTest
  @EnumSource
  void looksWithPausesUntilItIsOver(CampaignLife life) {
    AtomicInteger looked = new AtomicInteger();
    Duration took = life.live(looked, engine -> {});
    assertThat(looked).hasValue(life.looks());
    assertThat(took).isGreaterThanOrEqualTo(Duration.ofSeconds(2L * (life.looks() - 1)));
  }

  @ParameterizedTest
  @EnumSource
  void aWorkflowThatDoesOtherThingsIsFoundOut(CampaignLife life) {
    assertThatThrownBy(() -> life.history().replay(Changed.class))
        .hasStackTraceContaining("TMPRL1100");
  }

  /** Sleeps where the real one looks at the rows. */
  public static final class Changed implements CampaignWorkflow {

    @Override
    public void run(CampaignInput input) {
      Workflow.sleep(Duration.ofMinutes(1));
    }
  }
}
