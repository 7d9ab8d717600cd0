package io.hoster.activities.deployment;

import io.hoster.store.deployment.DeploymentStore.Credential;
import io.hoster.store.deployment.DeploymentStore.Facts;
import io.hoster.store.node.LeaseStore;
import io.hoster.store.secret.SecretStore;
import io.hoster.workflows.catalog.CredentialText;
import io.hoster.workflows.catalog.TemplateDefinition.CredentialSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What the customer is shown once the app runs; a secret is kept sealed, never as text. */
@Component
final class CredentialLines {

  private final SecretStore secrets;
  private final LeaseStore leases;
  private final EdgeAddress edge;

  CredentialLines(SecretStore secrets, LeaseStore leases, EdgeAddress edge) {
    this.secrets = secrets;
    this.leases = leases;
    this.edge = edge;
  }

  /** Saves all lines of the template; returns how many. */
  int save(StepContext context, Facts facts, PlanLoader.Loaded loaded) {
    context.writing(rows -> {
      SortedMap<String, String> values = values(facts, loaded);
      List<Credential> lines = new ArrayList<>();
      for (CredentialSpec spec : loaded.template().credentials()) {
        lines.add(line(facts, spec, CredentialText.fill(spec.value(), values)));
      }
      rows.deployments().setCredentials(facts.tenant(), facts.id(), lines);
    });
    return loaded.template().credentials().size();
  }

  private Credential line(Facts facts, CredentialSpec spec, String text) {
    return spec.secret()
        ? new Credential(
            spec.name(),
            spec.service(),
            null,
            secrets.put(facts.tenant(), "deployment", facts.id().value(), spec.name(), text))
        : new Credential(spec.name(), spec.service(), text, null);
  }

  private SortedMap<String, String> values(Facts facts, PlanLoader.Loaded loaded) {
    SortedMap<String, String> values = new TreeMap<>(loaded.values());
    values.put("HOST", facts.host());
    values.put("URL", edge.url(facts.host()));
    leases.portsOf(facts.id(), facts.workingSide()).stream()
        .findFirst()
        .ifPresent(port -> values.put("PORT", Integer.toString(port.nodePort())));
    return values;
  }
}
