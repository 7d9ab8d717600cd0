package io.hoster.ui.deployment;

import io.hoster.store.WebTransactions;
import io.hoster.store.deployment.CredentialRow;
import io.hoster.store.deployment.DeploymentQueries;
import io.hoster.store.deployment.DeploymentQueries.After;
import io.hoster.store.deployment.DeploymentQueries.AfterEvent;
import io.hoster.store.deployment.DeploymentQueries.Filter;
import io.hoster.store.deployment.DeploymentRow;
import io.hoster.store.deployment.EventRow;
import io.hoster.store.deployment.RevisionRow;
import io.hoster.store.metering.SampleQueries;
import io.hoster.store.metering.SampleRow;
import io.hoster.store.metering.StorageQueries;
import io.hoster.store.metering.StorageRow;
import io.hoster.store.operation.OperationQueries;
import io.hoster.store.operation.OperationRow;
import io.hoster.store.operation.UsualDuration;
import io.hoster.ui.Problem;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Audit;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * What customers see of their deployments. What is gone, or another tenant's, is a Problem 404. The
 * truth comes from the rows each time; nothing here asks an engine.
 */
@WebRole
@Service
public class DeploymentReader {

  private final WebTransactions transactions;
  private final DeploymentQueries deployments;
  private final OperationQueries operations;
  private final SampleQueries samples;
  private final StorageQueries storage;
  private final UsualDurations usual;
  private final AppAddress addresses;
  private final SecretOpener secrets;
  private final Audit audit;
  private final Clock clock;

  DeploymentReader(
      WebTransactions transactions,
      DeploymentQueries deployments,
      OperationQueries operations,
      SampleQueries samples,
      StorageQueries storage,
      UsualDurations usual,
      AppAddress addresses,
      SecretOpener secrets,
      Audit audit,
      Clock clock) {
    this.transactions = transactions;
    this.deployments = deployments;
    this.operations = operations;
    this.samples = samples;
    this.storage = storage;
    this.usual = usual;
    this.addresses = addresses;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  /** The tenant's deployments, newest first, at most {@code limit}. */
  public List<DeploymentRow> rows(Actor actor, Filter filter, After after, int limit) {
    TenantId tenant = actor.tenant();
    return transactions.tenant(tenant, () -> deployments.list(tenant, filter, after, limit));
  }

  /** One deployment with its newest operation. */
  public DeploymentRow row(Actor actor, DeploymentId id) {
    return findRow(actor, id).orElseThrow(Problem::notFound);
  }

  /** One deployment with its newest operation; empty: gone, or another tenant's. */
  public Optional<DeploymentRow> findRow(Actor actor, DeploymentId id) {
    TenantId tenant = actor.tenant();
    return transactions.tenant(tenant, () -> deployments.find(tenant, id));
  }

  /** How many the tenant has, by status; a status without one is absent. */
  public Map<String, Integer> countByStatus(Actor actor) {
    TenantId tenant = actor.tenant();
    return transactions.tenant(tenant, () -> deployments.countByStatus(tenant));
  }

  /** How long the steps of its newest operation usually take, by the step's name. */
  public Map<String, UsualDuration> usualDurations(DeploymentRow row) {
    OperationRow operation = row.operation();
    return operation == null ? Map.of() : usual.of(row.templateId(), operation.kind());
  }

  /** As the API shows it. */
  public Deployment shown(DeploymentRow row) {
    return DeploymentJson.of(row, addresses, usualDurations(row));
  }

  /** One deployment as the API shows it. */
  public Deployment get(Actor actor, DeploymentId id) {
    return shown(row(actor, id));
  }

  /** What was done to it, newest first, each with its steps. */
  public List<OperationRow> operations(
      Actor actor, DeploymentId id, OperationQueries.After after, int limit) {
    TenantId tenant = actor.tenant();
    return transactions.tenant(
        tenant,
        () -> {
          require(tenant, id);
          return operations.ofSubject(tenant, id.value(), after, limit);
        });
  }

  /** What happened to it, newest first. */
  public List<EventRow> events(Actor actor, DeploymentId id, AfterEvent after, int limit) {
    TenantId tenant = actor.tenant();
    return transactions.tenant(
        tenant,
        () -> {
          require(tenant, id);
          return deployments.events(tenant, id, after, limit);
        });
  }

  /** What it used in the last {@code hours}, oldest first. */
  public List<SampleRow> samples(Actor actor, DeploymentId id, int hours) {
    TenantId tenant = actor.tenant();
    Instant now = clock.instant();
    return transactions.tenant(
        tenant,
        () -> {
          require(tenant, id);
          return samples.samples(tenant, id, now.minus(Duration.ofHours(hours)), now);
        });
  }

  /** What it keeps on disk, by type; nothing before it was measured. */
  public List<StorageRow> storage(Actor actor, DeploymentId id) {
    TenantId tenant = actor.tenant();
    return transactions.tenant(
        tenant,
        () -> {
          require(tenant, id);
          return storage.storage(tenant, id);
        });
  }

  /** What it is to be: template's version, variables without secrets, environment. */
  public RevisionRow wish(Actor actor, DeploymentId id) {
    TenantId tenant = actor.tenant();
    return transactions
        .tenant(tenant, () -> deployments.revision(tenant, id))
        .orElseThrow(Problem::notFound);
  }

  /** The names of its credentials, none opened. */
  public List<CredentialRow> credentialNames(Actor actor, DeploymentId id) {
    TenantId tenant = actor.tenant();
    return transactions.tenant(
        tenant,
        () -> {
          require(tenant, id);
          return deployments.credentials(tenant, id);
        });
  }

  /** Its credentials with their values; that they were looked at is written to the audit. */
  public List<Credential> credentials(Actor actor, DeploymentId id) {
    TenantId tenant = actor.tenant();
    return transactions.tenant(
        tenant,
        () -> {
          require(tenant, id);
          List<Credential> opened =
              deployments.credentials(tenant, id).stream().map(row -> opened(tenant, row)).toList();
          audit.record(actor, "credentials.revealed", "deployment", id.value());
          return opened;
        });
  }

  private Credential opened(TenantId tenant, CredentialRow row) {
    String plain = row.value();
    String secret = row.secret();
    try {
      return plain != null || secret == null
          ? new Credential(row.name(), plain == null ? "" : plain, row.service(), false)
          : new Credential(row.name(), secrets.open(tenant, secret), row.service(), true);
    } catch (IllegalStateException e) {
      throw Problem.conflict(
          "in_progress", "The credentials are being made anew. Try again in a moment.");
    }
  }

  /** That there is such a deployment of the tenant. */
  private void require(TenantId tenant, DeploymentId id) {
    if (!deployments.exists(tenant, id)) {
      throw Problem.notFound();
    }
  }
}
