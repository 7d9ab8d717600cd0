package io.hoster.ui.support;

import io.hoster.ui.Problem;
import io.hoster.ui.api.Cursor;
import io.hoster.ui.api.Limit;
import io.hoster.ui.api.Page;
import io.hoster.ui.deployment.Decision;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.OperationId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Operations of all tenants for programs of staff. */
@WebRole
@Tag(name = "Staff")
@RestController
@RequestMapping("/api/v1/admin")
class SupportController {

  private static final int MOST_AT_ONCE = 200;

  private final SupportService support;
  private final CurrentActor current;

  SupportController(SupportService support, CurrentActor current) {
    this.support = support;
    this.current = current;
  }

  /** All operations, newest first. */
  @Operation(summary = "All tenants' operations, newest first")
  @GetMapping("/operations")
  Page<StaffOperation> operations(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String step,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String tenant,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return support.operations(
        current.require(),
        new StaffFilter(kind, status, step, code, tenant, "").require(),
        Cursor.decode(cursor),
        Limit.of(limit));
  }

  /** What waits for a person or stands on one step for more than ten minutes, longest first. */
  @Operation(summary = "What needs attention, longest first")
  @GetMapping("/attention")
  Page<StaffOperation> attention(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String step,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String tenant,
      @RequestParam(required = false) @Nullable Integer limit) {
    return Page.whole(
        support.attention(
            current.require(),
            new StaffFilter(kind, "", step, code, tenant, "").require(),
            Limit.of(limit)));
  }

  /** One operation. */
  @Operation(summary = "One operation")
  @GetMapping("/operations/{id}")
  StaffOperation operation(@PathVariable OperationId id) {
    return support.operation(current.require(), id);
  }

  /** Decides how an operation that waits goes on. */
  @Operation(summary = "Decides how an operation that waits goes on")
  @PostMapping("/operations/{id}/resolve")
  @ResponseStatus(HttpStatus.ACCEPTED)
  StaffOperation resolve(@PathVariable OperationId id, @RequestBody Decision body) {
    Actor actor = current.require();
    support.resolve(actor, id, body.choice(), body.why());
    return support.operation(actor, id);
  }

  /**
   * What {@code POST /operations/resolve} takes.
   *
   * @param operations ids, 200 at most
   */
  record ManyDecisions(
      @Nullable List<@Nullable String> operations,
      @Nullable String action,
      @Nullable String reason) {}

  /** What came of one of many; {@code code} and {@code detail} only when it was refused. */
  record Answer(
      String operation, boolean accepted, @Nullable String code, @Nullable String detail) {}

  /** Decides about many at once; each is taken or refused by itself. */
  @Operation(summary = "Decides about many operations at once")
  @PostMapping("/operations/resolve")
  Page<Answer> resolveMany(@RequestBody ManyDecisions body) {
    Decision decision = new Decision(body.action(), body.reason());
    List<@Nullable String> ids = body.operations();
    if (ids == null || ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
      throw Problem.invalid("/operations", "Name 1 to 200 operations.");
    }
    List<OperationId> asked = ids.stream().map(SupportController::operationId).distinct().toList();
    return Page.whole(
        support.resolveAll(current.require(), asked, decision.choice(), decision.why()).stream()
            .map(SupportController::answer)
            .toList());
  }

  private static Answer answer(SupportService.Outcome outcome) {
    Problem problem = outcome.problem();
    return new Answer(
        outcome.operation().value(),
        problem == null,
        problem == null ? null : problem.code(),
        problem == null ? null : problem.getMessage());
  }

  /** Decides how a deployment's failed operation goes on. */
  @Operation(summary = "Decides how a deployment's failed operation goes on")
  @PostMapping("/deployments/{id}/resolve")
  @ResponseStatus(HttpStatus.ACCEPTED)
  StaffOperation resolveDeployment(@PathVariable DeploymentId id, @RequestBody Decision body) {
    return support.resolve(current.require(), id, body.choice(), body.why());
  }

  /** What {@code PUT /operations/{id}/note} takes. */
  record Note(@Nullable String note) {}

  /** Keeps a note for colleagues. */
  @Operation(summary = "Keeps a note for colleagues")
  @PutMapping("/operations/{id}/note")
  StaffOperation note(@PathVariable OperationId id, @RequestBody Note body) {
    Actor actor = current.require();
    support.note(actor, id, body.note() == null ? "" : body.note());
    return support.operation(actor, id);
  }

  /** What is no id names nothing. */
  private static OperationId operationId(@Nullable String text) {
    try {
      return new OperationId(text == null ? "" : text);
    } catch (IllegalArgumentException e) {
      throw Problem.notFound();
    }
  }
}
