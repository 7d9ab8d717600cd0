package io.hoster.ui.support;

import io.hoster.ui.api.Cursor;
import io.hoster.ui.api.Limit;
import io.hoster.ui.api.Page;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.tenant.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

  /** Tenants by id, name or a member's address, newest first. */
  @Operation(summary = "Tenants by id, name or a member's address, newest first")
  @GetMapping
  Page<StaffTenant> tenants(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return tenants.search(current.require(), q, Cursor.decode(cursor), Limit.of(limit));
  }

  /** One tenant. */
  @Operation(summary = "One tenant")
  @GetMapping("/{tenant}")
  StaffTenant tenant(@PathVariable TenantId tenant) {
    return tenants.get(current.require(), tenant);
  }

  /** Its deployments, newest first, 200 at most. */
  @Operation(summary = "A tenant's deployments")
  @GetMapping("/{tenant}/deployments")
  Page<StaffDeployment> deployments(
      @PathVariable TenantId tenant, @RequestParam(required = false) @Nullable Integer limit) {
    tenants.get(current.require(), tenant);
    return Page.whole(tenants.deployments(current.require(), tenant, Limit.of(limit)));
  }

  /** What {@code POST …/suspend} takes. */
  record Suspend(@Nullable String reason) {}

  /** Stops all its apps with their data kept. */
  @Operation(summary = "Stops all its apps with their data kept")
  @PostMapping("/{tenant}/suspend")
  @ResponseStatus(HttpStatus.ACCEPTED)
  StaffTenant suspend(@PathVariable TenantId tenant, @RequestBody Suspend body) {
    String reason = body.reason();
    return tenants.suspend(current.require(), tenant, reason == null ? "" : reason);
  }

  /** What ran before runs again. */
  @Operation(summary = "What ran before runs again")
  @PostMapping("/{tenant}/resume")
  @ResponseStatus(HttpStatus.ACCEPTED)
  StaffTenant resume(@PathVariable TenantId tenant) {
    return tenants.resume(current.require(), tenant);
  }
}
