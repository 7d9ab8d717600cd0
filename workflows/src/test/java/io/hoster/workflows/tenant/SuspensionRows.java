package io.hoster.workflows.tenant;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The rows of a tenant whose deployments come to where they should be, look by look. */
final class SuspensionRows implements SuspensionActivities {

  private final Deque<Integer> left;
  private final int all;
  private int looks;

  /** So many are left at each look; the last figure stays. */
  SuspensionRows(int all, List<Integer> left) {
    this.all = all;
    this.left = new ArrayDeque<>(left);
  }

  @Override
  public synchronized Progress commandSuspensions(TenantId tenant) {
    looks++;
    return new Progress(left.size() > 1 ? left.remove() : left.peek(), all);
  }

  synchronized int looks() {
    return looks;
  }
}
