package io.hoster.workflows.campaign;

/** What a campaign does next. Pure. */
public final class CampaignRule {

  /** So many apps are updated at a time. */
  public static final int AT_ONCE = 5;

  private CampaignRule() {}

  /**
   * Where it is.
   *
   * @param waiting of the wave, not begun
   * @param working of any wave
   * @param failed of all waves
   * @param later waiting in later waves
   * @param failures with so many it stops
   * @param settled whether the wave has been over for long enough
   * @param stopAsked whether somebody wants it to stop
   */
  public record Standing(
      int waiting,
      int working,
      int failed,
      int later,
      int failures,
      boolean settled,
      boolean stopAsked) {}

  /** The next act. */
  public sealed interface Next {

    /** Begin with so many more of the wave. */
    record Begin(int apps) implements Next {}

    /** The wave is over and well: go on with the rest. */
    record NextWave() implements Next {}

    /** Nothing to do now. */
    record Wait() implements Next {}

    /** All have had their turn. */
    record Succeed() implements Next {}

    /** No more are begun, and none is at work. */
    record Stop(String why) implements Next {}
  }

  /** What follows from {@code now}. */
  public static Next after(Standing now) {
    boolean tooMany = now.failed() >= now.failures();
    if (tooMany || now.stopAsked()) {
      return now.working() > 0
          ? new Next.Wait()
          : new Next.Stop(tooMany ? tooMany(now.failed()) : "Somebody stopped it.");
    }
    int begin = Math.min(now.waiting(), AT_ONCE - now.working());
    if (begin > 0) {
      return new Next.Begin(begin);
    }
    if (now.working() > 0 || now.waiting() > 0) {
      return new Next.Wait();
    }
    if (now.later() == 0) {
      return new Next.Succeed();
    }
    return now.settled() ? new Next.NextWave() : new Next.Wait();
  }

  private static String tooMany(int failed) {
    return failed == 1
        ? "1 app did not get well with the new version."
        : failed + " apps did not get well with the new version.";
  }

  /** How many of {@code all} go first: at least one, where there are any. */
  public static int firstOf(int all, int percent) {
    return (int) ((all * (long) percent + 99) / 100);
  }
}
