package io.hoster.store.operation;

/**
 * How long a step took in its last good runs.
 *
 * @param runs how many, at most 20
 * @param median in seconds
 * @param slow in seconds; nine of ten runs were faster
 */
public record UsualDuration(int runs, double median, double slow) {

  /** From so many runs on it says something. */
  public static final int ENOUGH = 3;
}
