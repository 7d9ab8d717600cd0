package io.hoster.ui.support;

import io.hoster.store.WebTransactions;
import io.hoster.store.operation.OperationQueries;
import io.hoster.store.operation.OperationRow;
import io.hoster.store.operation.StaffOperationQueries;
import io.hoster.store.operation.StaffOperationQueries.After;
import io.hoster.store.operation.StaffOperationRow;
import io.hoster.store.operation.SupportCaseStore;
import io.hoster.ui.Problem;
import io.hoster.ui.api.Cursor;
import io.hoster.ui.api.Page;
import io.hoster.ui.component.OperationView;
import io.hoster.ui.deployment.DeploymentService;
import io.hoster.ui.deployment.RowViews;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Actor.StaffRole;
import io.hoster.ui.security.Audit;
import io.hoster.ui.security.WebRole;
import io.hoster.ui.tenant.StaffService;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.Choices.Choice;
import io.hoster.workflows.operation.OperationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What support and operators see of all tenants' operations, and decide about those that wait. */
@WebRole
@Service
public class SupportService {

  /** What stands longer on one step needs somebody to look. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final int LONGEST_NOTE = 2_000;

  private final WebTransactions transactions;
  private final StaffOperationQueries operations;
  private final OperationQueries timelines;
  private final RowViews views;
  private final SupportCaseStore cases;
  private final DeploymentService deployments;
  private final Audit audit;
  private final WorkflowLinks links;

  SupportService(
      WebTransactions transactions,
      StaffOperationQueries operations,
      OperationQueries timelines,
      RowViews views,
      SupportCaseStore cases,
      DeploymentService deployments,
      Audit audit,
      WorkflowLinks links) {
    this.transactions = transactions;
    this.operations = operations;
    this.timelines = timelines;
    this.views = views;
    this.cases = cases;
    this.deployments = deployments;
    this.audit = audit;
    this.links = links;
  }

  /** What needs attention, longest first. */
  List<StaffOperation> attention(Actor actor, StaffFilter filter, int limit) {
    requireStaff(actor);
    return transactions.system(() -> operations.attention(filter.rows(), PATIENCE, limit)).stream()
        .map(this::shown)
        .toList();
  }

  /** All operations, newest first. */
  Page<StaffOperation> operations(Actor actor, StaffFilter filter, Cursor start, int limit) {
    requireStaff(actor);
    After after = start.at() == null ? After.NOTHING : new After(start.at(), start.id());
    List<StaffOperationRow> rows =
        transactions.system(() -> operations.list(filter.rows(), after, limit + 1));
    return Page.of(rows, limit, this::shown, row -> new Cursor(row.startedAt(), row.id().value()));
  }

  /** One operation; Problem 404 when there is none. */
  StaffOperation operation(Actor actor, OperationId id) {
    return shown(row(actor, id));
  }

  private StaffOperation shown(StaffOperationRow row) {
    return StaffOperations.of(row, links);
  }

  private StaffOperationRow row(Actor actor, OperationId id) {
    requireStaff(actor);
    return transactions.system(() -> operations.find(id)).orElseThrow(Problem::notFound);
  }

  /** Its steps and ledger, as its tenant sees them. */
  OperationView timeline(Actor actor, OperationId id) {
    StaffOperationRow row = row(actor, id);
    OperationRow operation =
        transactions
            .tenant(row.tenant(), () -> timelines.byId(row.tenant(), row.id()))
            .orElseThrow(Problem::notFound);
    return views.operation(operation, row.subjectName(), Map.of());
  }

  /** When staff last solved something; empty: never. */
  public Optional<Instant> lastSolved(Actor actor) {
    requireStaff(actor);
    return transactions.system(operations::lastSolved);
  }

  /**
   * Decides about an operation that waits, on its tenant's behalf.
   *
   * @throws Problem 404, 409 with what happened meanwhile, 422 when a reason is missing
   */
  public void resolve(Actor actor, OperationId id, Choice choice, String reason) {
    StaffOperationRow row = row(actor, id);
    if (row.finishedAt() != null) {
      throw Problem.conflict("invalid_state", "This operation is over. Nothing was changed.");
    }
    deployments.resolve(
        actor.actingFor(row.tenant()), new DeploymentId(row.subject()), choice, reason);
  }

  /**
   * Decides about what waits on a deployment.
   *
   * @return the operation as it is then
   */
  StaffOperation resolve(Actor actor, DeploymentId id, Choice choice, String reason) {
    requireStaff(actor);
    StaffOperationRow row =
        transactions.system(() -> operations.newestOn(id)).orElseThrow(Problem::notFound);
    resolve(actor, row.id(), choice, reason);
    return operation(actor, row.id());
  }

  /**
   * What came of one of many decisions.
   *
   * @param problem null: it was taken
   */
  record Outcome(OperationId operation, String subject, @Nullable Problem problem) {}

  /** Decides about many, each by itself: one that is refused keeps none of the others. */
  List<Outcome> resolveAll(Actor actor, List<OperationId> ids, Choice choice, String reason) {
    List<Outcome> outcomes = new ArrayList<>();
    for (OperationId id : ids) {
      String subject = id.value();
      Problem problem = null;
      try {
        subject = row(actor, id).subjectName();
        resolve(actor, id, choice, reason);
      } catch (Problem refused) {
        problem = refused;
      }
      outcomes.add(new Outcome(id, subject, problem));
    }
    return outcomes;
  }

  /** Says that the actor looks after it, or nobody does. */
  public void assign(Actor actor, OperationId id, boolean mine) {
    StaffOperationRow row = row(actor, id);
    transactions.system(() -> {
      cases.assign(
          row.tenant(), id, mine ? actor.user().value() : null, mine ? actor.name() : null);
      audit.recordFor(
          row.tenant(), actor, mine ? "case.taken" : "case.left", "operation", id.value());
    });
  }

  /** Keeps a note for colleagues. Problem 422 when it is too long. */
  public void note(Actor actor, OperationId id, String note) {
    if (note.length() > LONGEST_NOTE) {
      throw Problem.invalid("/note", "A note may have 2,000 characters at most.");
    }
    StaffOperationRow row = row(actor, id);
    transactions.system(() -> {
      cases.note(row.tenant(), id, note.strip());
      audit.recordFor(row.tenant(), actor, "case.noted", "operation", id.value());
    });
  }

  private static void requireStaff(Actor actor) {
    StaffService.require(actor, StaffRole.SUPPORT, StaffRole.OPERATOR);
  }
}
