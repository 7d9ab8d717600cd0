package io.hoster.workflows.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.campaign.CampaignRule.Next;
import io.hoster.workflows.campaign.CampaignRule.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignRuleTest {

  @ParameterizedTest
  @CsvSource({"0, 5, 0", "1, 5, 1", "20, 5, 1", "21, 5, 2", "10, 100, 10", "3, 34, 2"})
  void atLeastOneGoesFirstWhereThereAreAny(int all, int percent, int first) {
    assertThat(CampaignRule.firstOf(all, percent)).isEqualTo(first);
  }

  @Test
  void aFewAreUpdatedAtATime() {
    assertThat(after(9, 0, 0, 0)).isEqualTo(new Next.Begin(CampaignRule.AT_ONCE));
    assertThat(after(9, 3, 0, 0)).isEqualTo(new Next.Begin(2));
    assertThat(after(1, 3, 0, 0)).isEqualTo(new Next.Begin(1));
    assertThat(after(9, 5, 0, 0)).isEqualTo(new Next.Wait());
  }

  @Test
  void theRestFollowsWhenTheFirstHaveSettled() {
    assertThat(CampaignRule.after(new Standing(0, 0, 1, 7, 2, false, false)))
        .isEqualTo(new Next.Wait());
    assertThat(CampaignRule.after(new Standing(0, 0, 1, 7, 2, true, false)))
        .isEqualTo(new Next.NextWave());
    assertThat(after(0, 1, 0, 7)).isEqualTo(new Next.Wait());
  }

  @Test
  void itEndsWhenAllHaveHadTheirTurn() {
    assertThat(after(0, 0, 1, 0)).isEqualTo(new Next.Succeed());
    assertThat(after(0, 1, 1, 0)).isEqualTo(new Next.Wait());
  }

  @Test
  void tooManyFailuresEndItOnceNoneIsAtWork() {
    assertThat(after(5, 1, 2, 7)).isEqualTo(new Next.Wait());
    assertThat(after(5, 0, 2, 7))
        .isEqualTo(new Next.Stop("2 apps did not get well with the new version."));
    assertThat(CampaignRule.after(new Standing(5, 0, 1, 7, 1, false, false)))
        .isEqualTo(new Next.Stop("1 app did not get well with the new version."));
  }

  @Test
  void somebodyWhoStopsItStopsWhatHasNotBegun() {
    assertThat(CampaignRule.after(new Standing(5, 1, 0, 7, 2, false, true)))
        .isEqualTo(new Next.Wait());
    assertThat(CampaignRule.after(new Standing(5, 0, 0, 7, 2, false, true)))
        .isEqualTo(new Next.Stop("Somebody stopped it."));
  }

  private static Next after(int waiting, int working, int failed, int later) {
    return CampaignRule.after(new Standing(waiting, working, failed, later, 2, false, false));
  }
}
