package io.hoster.ui.deployment;

import io.hoster.store.deployment.DeploymentQueries;
import io.hoster.store.deployment.DeploymentQueries.AfterEvent;
import io.hoster.store.deployment.DeploymentRow;
import io.hoster.store.deployment.EventRow;
import io.hoster.store.metering.StorageRow;
import io.hoster.ui.Problem;
import io.hoster.ui.api.Cursor;
import io.hoster.ui.api.Limit;
import io.hoster.ui.api.Page;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.deployment.DeploymentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deployments for programs: commands answer 202 and are done by the engine. */
@WebRole
@Tag(name = "Deployments")
@RestController
@RequestMapping("/api/v1/deployments")
class DeploymentController {

  private final DeploymentReader reader;
  private final DeploymentService service;
  private final UpgradeReader upgrades;
  private final LogService logs;
  private final CurrentActor current;

  DeploymentController(
      DeploymentReader reader,
      DeploymentService service,
      UpgradeReader upgrades,
      LogService logs,
      CurrentActor current) {
    this.upgrades = upgrades;
    this.reader = reader;
    this.service = service;
    this.logs = logs;
    this.current = current;
  }

  /** The tenant's deployments, newest first. */
  @Operation(summary = "The tenant's deployments, newest first")
  @GetMapping
  Page<Deployment> list(
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int most = Limit.of(limit);
    Cursor start = Cursor.decode(cursor);
    List<DeploymentRow> rows =
        reader.rows(
            current.require(),
            ListFilters.of(status, kind, q),
            start.at() == null
                ? DeploymentQueries.After.NOTHING
                : new DeploymentQueries.After(start.at(), start.id()),
            most + 1);
    return Page.of(rows, most, reader::shown, row -> new Cursor(row.createdAt(), row.id().value()));
  }

  /** Accepts a new deployment. */
  @Operation(summary = "Accepts a new deployment")
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED) // for the description; the entity says it itself
  ResponseEntity<Deployment> create(@RequestBody NewDeployment body) {
    Actor actor = current.require();
    DeploymentId id = service.deploy(actor, body.request());
    return ResponseEntity.accepted()
        .header("Location", "/api/v1/deployments/" + id)
        .body(reader.get(actor, id));
  }

  /** One deployment with the timeline of what was last done to it. */
  @Operation(summary = "One deployment with the timeline of what was last done to it")
  @GetMapping("/{id}")
  Deployment get(@PathVariable String id) {
    return reader.get(current.require(), id(id));
  }

  /** Starts a stopped app. */
  @Operation(summary = "Starts a stopped app")
  @PostMapping("/{id}/start")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Deployment start(@PathVariable String id) {
    return command(id, service::start);
  }

  /** Stops a running app; its data stays. */
  @Operation(summary = "Stops a running app; its data stays")
  @PostMapping("/{id}/stop")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Deployment stop(@PathVariable String id) {
    return command(id, service::stop);
  }

  /** Restarts a running app. */
  @Operation(summary = "Restarts a running app")
  @PostMapping("/{id}/restart")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Deployment restart(@PathVariable String id) {
    return command(id, service::restart);
  }

  /** Runs it with changed values or another version of its template. */
  @Operation(summary = "Runs it with changed values or another version of its template")
  @PostMapping("/{id}/redeploy")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Deployment redeploy(
      @PathVariable String id, @RequestBody(required = false) @Nullable ChangedDeployment body) {
    ChangedDeployment change = body == null ? ChangedDeployment.NOTHING : body;
    return command(
        id, (actor, deployment) -> service.redeploy(actor, deployment, change.request()));
  }

  /** What the newer version of its template changes, before anybody asks for it. */
  @Operation(summary = "What the newer version of its template changes; 409 when there is none")
  @GetMapping("/{id}/upgrade")
  UpgradeJson upgrade(@PathVariable String id) {
    return UpgradeJson.of(upgrades.find(current.require(), id(id)));
  }

  /** Goes back to what ran before the last change. */
  @Operation(summary = "Goes back to what ran before the last change")
  @PostMapping("/{id}/rollback")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Deployment rollback(@PathVariable String id) {
    return command(id, service::rollback);
  }

  /** Decides how a failed operation goes on: {@code retry} or {@code rollback}. */
  @Operation(summary = "Decides how a failed operation goes on: retry or rollback")
  @PostMapping("/{id}/resolve")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Deployment resolve(@PathVariable String id, @RequestBody Decision body) {
    return command(
        id, (actor, deployment) -> service.resolve(actor, deployment, body.choice(), body.why()));
  }

  /** Undoes what is being set up or changed. */
  @Operation(summary = "Undoes what is being set up or changed")
  @PostMapping("/{id}/cancel")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Deployment cancel(@PathVariable String id) {
    return command(id, service::cancel);
  }

  /** Deletes an app at rest, with its volumes. */
  @Operation(summary = "Deletes an app at rest, with its volumes")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Deployment delete(@PathVariable String id) {
    return command(id, service::delete);
  }

  /** The engine may be done, and the row gone, before it is read again. */
  private Deployment command(String text, BiConsumer<Actor, DeploymentId> command) {
    Actor actor = current.require();
    DeploymentId id = id(text);
    DeploymentRow before = reader.row(actor, id);
    command.accept(actor, id);
    return reader.shown(reader.findRow(actor, id).orElse(before));
  }

  /** What happened to it, newest first. */
  @Operation(summary = "What happened to it, newest first")
  @GetMapping("/{id}/events")
  Page<Event> events(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int most = Limit.of(limit);
    Cursor start = Cursor.decode(cursor);
    List<EventRow> rows =
        reader.events(
            current.require(),
            id(id),
            start.at() == null ? AfterEvent.NOTHING : new AfterEvent(start.at(), start.id()),
            most + 1);
    return Page.of(rows, most, Event::of, row -> new Cursor(row.at(), row.id()));
  }

  /** What its containers wrote last, oldest first. */
  @Operation(summary = "What its containers wrote last, oldest first")
  @GetMapping("/{id}/logs")
  LogService.Tail logs(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String service,
      @RequestParam(required = false) @Nullable Integer tail,
      @RequestParam(required = false) @Nullable String since) {
    Actor actor = current.require();
    DeploymentRow row = reader.row(actor, id(id));
    return logs.tail(
        actor,
        row.id(),
        LogFilters.service(row, service),
        LogFilters.tail(tail),
        LogFilters.since(since));
  }

  /** What it used, oldest first. */
  @Operation(summary = "What it used, oldest first")
  @GetMapping("/{id}/stats")
  Page<Sample> stats(@PathVariable String id, @RequestParam(defaultValue = "1") int hours) {
    if (hours < 1 || hours > 24 * 90) {
      throw Problem.invalid("/hours", "The hours must be from 1 to 2160.");
    }
    return Page.whole(
        reader.samples(current.require(), id(id), hours).stream().map(Sample::of).toList());
  }

  /** What it keeps on disk, by type, as measured within the last hour. */
  @Operation(summary = "What it keeps on disk, by type")
  @GetMapping("/{id}/storage")
  Page<StorageRow> storage(@PathVariable String id) {
    return Page.whole(reader.storage(current.require(), id(id)));
  }

  /** What it is reached with. That it was looked at is written to the audit. */
  @Operation(summary = "What it is reached with")
  @GetMapping("/{id}/credentials")
  ResponseEntity<Page<Credential>> credentials(@PathVariable String id) {
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        .body(Page.whole(reader.credentials(current.require(), id(id))));
  }

  /** What is no id of a deployment is none of the tenant's. */
  private static DeploymentId id(String text) {
    return Optional.of(text)
        .filter(candidate -> candidate.matches("dep_[0-9a-z]{1,40}"))
        .map(DeploymentId::new)
        .orElseThrow(Problem::notFound);
  }
}
