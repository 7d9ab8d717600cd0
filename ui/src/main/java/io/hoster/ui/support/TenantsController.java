package io.hoster.ui.support;

import io.hoster.store.deployment.DeploymentRow;
import io.hoster.store.tenant.TenantRow;
import io.hoster.ui.api.Cursor;
import io.hoster.ui.api.Limit;
import io.hoster.ui.api.Page;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.tenant.SuspensionWorkflow;
import io.hoster.workflows.tenant.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tenants for programs of staff. */
@WebRole
@Tag(name = "Staff")
@RestController
@RequestMapping("/api/v1/admin/tenants")
class TenantsController {

  private final TenantsService tenants;
  private final CurrentActor current;

  TenantsController(TenantsService tenants, CurrentActor current) {
    this.tenants = tenants;
    this.current = current;
  }

  /**
   * A tenant.
   *
   * @param deployments that are not gone; so many of them run, so many are suspended
   * @param workflowId of the run that suspends or resumes its apps
   */
  record ListedTenant(
      String id,
      String name,
      @Nullable String owner,
      String plan,
      @Nullable Instant suspendedAt,
      @Nullable String suspendedReason,
      int deployments,
      int running,
      int suspended,
      Instant createdAt,
      String workflowId,
      String workflowLink) {

    static ListedTenant of(TenantRow row) {
      String workflow = SuspensionWorkflow.idOf(row.id());
      return new ListedTenant(
          row.id().value(),
          row.name(),
          row.owner(),
          row.plan(),
          row.suspendedAt(),
          row.suspendedReason(),
          row.deployments(),
          row.running(),
          row.suspended(),
          row.createdAt(),
          workflow,
          WorkflowLinks.run(workflow));
    }
  }

  /** A tenant's deployment, in brief. */
  record Brief(String id, String name, String status, String health, String host) {

    static Brief of(DeploymentRow row) {
      return new Brief(row.id().value(), row.name(), row.status(), row.health(), row.host());
    }
  }

  /** Tenants by id, name or a member's address, newest first. */
  @Operation(summary = "Tenants by id, name or a member's address, newest first")
  @GetMapping
  Page<ListedTenant> tenants(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int most = Limit.of(limit);
    return Page.of(
        tenants.search(current.require(), q, Cursor.decode(cursor), most + 1),
        most,
        ListedTenant::of,
        row -> new Cursor(row.createdAt(), row.id().value()));
  }

  /** One tenant. */
  @Operation(summary = "One tenant")
  @GetMapping("/{tenant}")
  ListedTenant tenant(@PathVariable TenantId tenant) {
    return ListedTenant.of(tenants.get(current.require(), tenant));
  }

  /** Its deployments, newest first, 200 at most. */
  @Operation(summary = "A tenant's deployments")
  @GetMapping("/{tenant}/deployments")
  Page<Brief> deployments(
      @PathVariable TenantId tenant, @RequestParam(required = false) @Nullable Integer limit) {
    tenants.get(current.require(), tenant);
    return Page.whole(
        tenants.deployments(current.require(), tenant, Limit.of(limit)).stream()
            .map(Brief::of)
            .toList());
  }

  /** What {@code POST …/suspend} takes. */
  record Suspend(@Nullable String reason) {}

  /** Stops all its apps with their data kept. */
  @Operation(summary = "Stops all its apps with their data kept")
  @PostMapping("/{tenant}/suspend")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ListedTenant suspend(@PathVariable TenantId tenant, @RequestBody Suspend body) {
    String reason = body.reason();
    return ListedTenant.of(
        tenants.suspend(current.require(), tenant, reason == null ? "" : reason));
  }

  /** What ran before runs again. */
  @Operation(summary = "What ran before runs again")
  @PostMapping("/{tenant}/resume")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ListedTenant resume(@PathVariable TenantId tenant) {
    return ListedTenant.of(tenants.resume(current.require(), tenant));
  }
}
