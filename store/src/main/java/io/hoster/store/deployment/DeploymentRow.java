package io.hoster.store.deployment;

import io.hoster.store.operation.OperationRow;
import io.hoster.workflows.catalog.TemplateDefinition.Entry;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.node.NodeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deployment with what a list or its page shows.
 *
 * @param templateId {@code tpl_…}
 * @param template the slug
 * @param templateVersion the version that runs; before the first one ran, the one to run
 * @param update the template's published version, when it is another than the one that runs; null:
 *     none
 * @param entry the service and port that get the address; null: the template has none
 * @param status {@code pending scheduled building starting running updating stopping stopped failed
 *     suspended deleting}
 * @param health {@code healthy degraded unhealthy unavailable unknown}
 * @param revision the revision to run
 * @param appliedRevision the revision that runs; zero before the first
 * @param expiresAt when it goes away by itself; null: it stays
 * @param ports by service and container port
 * @param operation the newest; null before the first
 */
public record DeploymentRow(
    DeploymentId id,
    String name,
    String kind,
    String templateId,
    String template,
    String templateName,
    String templateVersion,
    @Nullable String update,
    String icon,
    @Nullable Entry entry,
    String host,
    String status,
    @Nullable String statusReason,
    String health,
    @Nullable NodeId node,
    @Nullable String nodeName,
    int revision,
    int appliedRevision,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant expiresAt,
    List<ServiceRow> services,
    List<PortRow> ports,
    @Nullable OperationRow operation) {

  public DeploymentRow {
    services = List.copyOf(services);
    ports = List.copyOf(ports);
  }

  /** Whether browsers can open it: a database without an entry has no web address. */
  public boolean hasWebAddress() {
    return entry != null || !kind.equals("database");
  }

  /** The port that leads to the entry; without an entry the first one. */
  public Optional<PortRow> directPort() {
    Entry wanted = entry;
    return ports.stream()
        .filter(port ->
            wanted == null
                || (port.service().equals(wanted.service())
                    && port.containerPort() == wanted.port()))
        .findFirst();
  }
}
