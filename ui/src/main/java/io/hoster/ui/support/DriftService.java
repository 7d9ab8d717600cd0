package io.hoster.ui.support;

import io.hoster.store.WebTransactions;
import io.hoster.store.node.DriftQueries;
import io.hoster.store.node.DriftRow;
import io.hoster.ui.Problem;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Actor.StaffRole;
import io.hoster.ui.security.Audit;
import io.hoster.ui.security.WebRole;
import io.hoster.ui.tenant.StaffService;
import io.hoster.workflows.node.DriftKind.Choice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Differences between rows and the world, and what operators decide about them. */
@WebRole
@Service
public class DriftService {

  private final WebTransactions transactions;
  private final DriftQueries drift;
  private final Audit audit;
  private final WorkflowLinks links;

  DriftService(WebTransactions transactions, DriftQueries drift, Audit audit, WorkflowLinks links) {
    this.transactions = transactions;
    this.drift = drift;
    this.audit = audit;
    this.links = links;
  }

  /** What differs now, oldest first. */
  List<StaffDrift> open(Actor actor, int limit) {
    StaffService.require(actor, StaffRole.OPERATOR);
    return transactions.system(() -> drift.open(limit)).stream().map(this::shown).toList();
  }

  private StaffDrift shown(DriftRow row) {
    return StaffDrift.of(row, links);
  }

  /** What was settled last, newest first. */
  List<StaffDrift> closed(Actor actor, int limit) {
    StaffService.require(actor, StaffRole.OPERATOR);
    return transactions.system(() -> drift.closed(limit)).stream().map(this::shown).toList();
  }

  /** When nodes were compared last; null: never yet. */
  public @Nullable Instant lastSweep(Actor actor) {
    StaffService.require(actor, StaffRole.OPERATOR);
    return transactions.system(drift::lastSweep);
  }

  /**
   * Decides about one difference; the watch of its node carries it out at its next look.
   *
   * @throws Problem 404, 409 when it is settled or was decided meanwhile, 422 for another choice
   */
  StaffDrift decide(Actor actor, String id, Choice choice) {
    StaffService.require(actor, StaffRole.OPERATOR);
    return transactions.system(() -> {
      DriftRow row = drift.find(id).orElseThrow(Problem::notFound);
      if (!row.kind().choices().contains(choice)) {
        throw Problem.invalid("/choice", "This cannot be chosen for " + row.kind().word() + ".");
      }
      if (!drift.decide(id, choice.word(), actor.name())) {
        throw Problem.conflict(
            "invalid_state", "It is settled, or somebody decided it already. Nothing was changed.");
      }
      audit.record(actor, "drift." + choice.word(), "drift", id, row.found(), row.object());
      return drift.find(id).map(this::shown).orElseThrow(Problem::notFound);
    });
  }
}
