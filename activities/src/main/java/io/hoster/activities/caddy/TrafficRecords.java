package io.hoster.activities.caddy;

import io.hoster.store.WorkerTransactions;
import io.hoster.store.metering.LogMark;
import io.hoster.store.metering.TrafficCount;
import io.hoster.store.metering.TrafficStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one edge counted, in PostgreSQL. */
final class TrafficRecords {

  private final WorkerTransactions transactions;
  private final TrafficStore traffic;
  private final String edge;

  TrafficRecords(WorkerTransactions transactions, TrafficStore traffic, String edge) {
    this.transactions = transactions;
    this.traffic = traffic;
    this.edge = edge;
  }

  Optional<LogMark> mark() {
    return transactions.system(() -> traffic.mark(edge));
  }

  /** Adds the counts of what lies between both marks, once whoever else tries; false: not now. */
  boolean add(@Nullable LogMark before, LogMark after, List<TrafficCount> counts) {
    return transactions.system(() -> {
      boolean moved = traffic.move(edge, before, after);
      if (moved && !counts.isEmpty()) {
        traffic.add(counts);
      }
      return moved;
    });
  }
}
