package io.hoster.store.deployment;

import io.hoster.store.catalog.TemplateVersionRow;
import io.hoster.store.deployment.RevisionStore.Revision;
import io.hoster.store.secret.SecretStore;
import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The values of revisions: secret ones sealed, the others as they are. */
@Repository
public class RevisionValues {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

  private final RevisionStore revisions;
  private final SecretStore secrets;

  RevisionValues(RevisionStore revisions, SecretStore secrets) {
    this.revisions = revisions;
    this.secrets = secrets;
  }

  /** Adds a revision of {@code version}; values of what it does not declare are left out. */
  public void add(
      TenantId tenant,
      DeploymentId id,
      int number,
      TemplateVersionRow version,
      SortedMap<String, String> values,
      SortedMap<String, String> environment,
      @Nullable String createdBy) {
    SortedMap<String, String> plain = new TreeMap<>();
    SortedMap<String, String> sealed = new TreeMap<>();
    for (Variable variable : version.definition().variables()) {
      String value = values.get(variable.name());
      if (value == null) {
        continue;
      }
      if (variable.type() == Variable.Type.SECRET) {
        sealed.put(
            variable.name(), secrets.put(tenant, "deployment", id.value(), variable.name(), value));
      } else {
        plain.put(variable.name(), value);
      }
    }
    revisions.add(
        tenant,
        id,
        number,
        version.id().value(),
        JSON.writeValueAsString(plain),
        JSON.writeValueAsString(sealed),
        JSON.writeValueAsString(environment),
        createdBy);
  }

  /** All values of a revision, secret ones opened. */
  public SortedMap<String, String> open(TenantId tenant, Revision revision) {
    SortedMap<String, String> values = texts(revision.variables());
    texts(revision.secretVariables())
        .forEach((name, secret) -> values.put(name, secrets.open(tenant, secret)));
    return values;
  }

  /** What the customer added to the environment. */
  public SortedMap<String, String> environment(Revision revision) {
    return texts(revision.environment());
  }

  private static SortedMap<String, String> texts(String json) {
    return JSON.readValue(json, TEXTS);
  }
}
