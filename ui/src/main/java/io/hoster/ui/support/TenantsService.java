package io.hoster.ui.support;

import io.hoster.store.WebTransactions;
import io.hoster.store.deployment.DeploymentQueries;
import io.hoster.store.deployment.DeploymentQueries.After;
import io.hoster.store.deployment.DeploymentQueries.Filter;
import io.hoster.store.tenant.TenantQueries;
import io.hoster.store.tenant.TenantRow;
import io.hoster.store.tenant.TenantStore;
import io.hoster.ui.Problem;
import io.hoster.ui.api.Cursor;
import io.hoster.ui.api.Page;
import io.hoster.ui.engine.CommandGateway;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Actor.StaffRole;
import io.hoster.ui.security.Audit;
import io.hoster.ui.security.WebRole;
import io.hoster.ui.tenant.StaffService;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import org.springframework.stereotype.Service;

/** What staff see of tenants, and whether their apps may run. */
@WebRole
@Service
public class TenantsService {

  private static final int LONGEST_REASON = 500;

  private final WebTransactions transactions;
  private final TenantQueries tenants;
  private final TenantStore store;
  private final DeploymentQueries deployments;
  private final CommandGateway gateway;
  private final Audit audit;
  private final WorkflowLinks links;

  TenantsService(
      WebTransactions transactions,
      TenantQueries tenants,
      TenantStore store,
      DeploymentQueries deployments,
      CommandGateway gateway,
      Audit audit,
      WorkflowLinks links) {
    this.transactions = transactions;
    this.tenants = tenants;
    this.store = store;
    this.deployments = deployments;
    this.gateway = gateway;
    this.audit = audit;
    this.links = links;
  }

  /** Tenants by id, name or a member's address, newest first. */
  Page<StaffTenant> search(Actor actor, String text, Cursor cursor, int limit) {
    StaffService.require(actor);
    List<TenantRow> rows =
        transactions.system(
            () -> tenants.search(text.strip(), cursor.at(), cursor.id(), limit + 1));
    return Page.of(rows, limit, this::shown, row -> new Cursor(row.createdAt(), row.id().value()));
  }

  private StaffTenant shown(TenantRow row) {
    return StaffTenant.of(row, links);
  }

  /** One tenant; Problem 404 when there is none. */
  StaffTenant get(Actor actor, TenantId tenant) {
    StaffService.require(actor);
    return transactions
        .system(() -> tenants.find(tenant))
        .map(this::shown)
        .orElseThrow(Problem::notFound);
  }

  /** Its deployments, newest first. */
  List<StaffDeployment> deployments(Actor actor, TenantId tenant, int limit) {
    StaffService.require(actor);
    return transactions
        .tenant(tenant, () -> deployments.list(tenant, Filter.ALL, After.NOTHING, limit))
        .stream()
        .map(StaffDeployment::of)
        .toList();
  }

  /** Whether the actor may suspend and resume. */
  static boolean maySuspend(Actor actor) {
    return actor.isStaff(StaffRole.SUPPORT) || actor.isStaff(StaffRole.FINANCE);
  }

  /**
   * Stops all its apps with their data kept, one by one in the background; nothing is deployed or
   * started meanwhile.
   *
   * @param reason a sentence for the tenant's people
   * @throws Problem 403, 404, 409 invalid_state when it is suspended, 422 without a reason
   */
  StaffTenant suspend(Actor actor, TenantId tenant, String reason) {
    StaffService.require(actor, StaffRole.SUPPORT, StaffRole.FINANCE);
    String said = reason.strip();
    if (said.isEmpty() || said.length() > LONGEST_REASON) {
      throw Problem.invalid("/reason", "Say why, in 1 to 500 characters. The tenant reads it.");
    }
    get(actor, tenant);
    transactions.system(() -> {
      if (!store.suspend(tenant, said)) {
        throw Problem.conflict("invalid_state", "This tenant is suspended already.");
      }
      audit.recordFor(tenant, actor, "tenant.suspended", "tenant", tenant.value(), said);
    });
    gateway.settle(tenant);
    return get(actor, tenant);
  }

  /** What ran before runs again, what was stopped stays stopped. */
  StaffTenant resume(Actor actor, TenantId tenant) {
    StaffService.require(actor, StaffRole.SUPPORT, StaffRole.FINANCE);
    get(actor, tenant);
    transactions.system(() -> {
      if (!store.resume(tenant)) {
        throw Problem.conflict("invalid_state", "This tenant is not suspended.");
      }
      audit.recordFor(tenant, actor, "tenant.resumed", "tenant", tenant.value());
    });
    gateway.settle(tenant);
    return get(actor, tenant);
  }
}
