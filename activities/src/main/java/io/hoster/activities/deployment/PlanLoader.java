package io.hoster.activities.deployment;

import io.hoster.store.WorkerTransactions;
import io.hoster.store.catalog.TemplateQueries;
import io.hoster.store.catalog.TemplateVersionRow;
import io.hoster.store.deployment.DeploymentStore.Facts;
import io.hoster.store.deployment.RevisionStore;
import io.hoster.store.deployment.RevisionStore.Revision;
import io.hoster.store.secret.SecretStore;
import io.hoster.workflows.FailureType;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.TemplateDefinition.Entry;
import io.hoster.workflows.catalog.TemplateVersionId;
import io.hoster.workflows.catalog.compose.Compiled;
import io.hoster.workflows.catalog.compose.ComposeCompiler;
import io.hoster.workflows.catalog.compose.Finding;
import io.hoster.workflows.deployment.DeploymentPlan;
import io.hoster.workflows.deployment.ServicePlan;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compiles a revision anew each time, with its secrets opened; the plan never leaves the worker.
 */
@Component
final class PlanLoader {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

  private final WorkerTransactions transactions;
  private final RevisionStore revisions;
  private final TemplateQueries templates;
  private final SecretStore secrets;

  PlanLoader(
      WorkerTransactions transactions,
      RevisionStore revisions,
      TemplateQueries templates,
      SecretStore secrets) {
    this.transactions = transactions;
    this.revisions = revisions;
    this.templates = templates;
    this.secrets = secrets;
  }

  /**
   * A revision, compiled.
   *
   * @param values all variables, secrets in the clear
   * @param secretIds the secret variables' names and where they are kept
   */
  record Loaded(
      DeploymentPlan plan,
      TemplateDefinition template,
      SortedMap<String, String> values,
      SortedMap<String, String> secretIds) {

    /** The service and port that get the address. */
    Optional<Entry> entry() {
      return Optional.ofNullable(template.entry())
          .or(() ->
              plan.services().stream()
                  .filter(service -> !service.ports().isEmpty())
                  .findFirst()
                  .map(s -> new Entry(s.name(), s.ports().getFirst().containerPort())));
    }
  }

  /** The plan of the wish. */
  Loaded load(Facts facts) {
    return load(facts, facts.revision());
  }

  Loaded load(Facts facts, int number) {
    Source source = transactions.tenant(facts.tenant(), () -> source(facts, number));
    Compiled compiled =
        ComposeCompiler.compile(
            source.version().definition().compose(),
            source.version().definition().variables(),
            source.values());
    return switch (compiled) {
      case Compiled.Planned planned ->
          new Loaded(
              withEnvironment(planned.plan(), source),
              source.version().definition(),
              source.values(),
              source.secretIds());
      case Compiled.Refused refused ->
          throw new StepFailure(
              FailureType.TEMPLATE_INVALID, sentence(refused.findings().getFirst()));
    };
  }

  private static String sentence(Finding finding) {
    return "The template does not compile with these values: line "
        + finding.line()
        + ": "
        + finding.message();
  }

  private record Source(
      TemplateVersionRow version,
      SortedMap<String, String> values,
      SortedMap<String, String> secretIds,
      SortedMap<String, String> environment) {}

  private Source source(Facts facts, int number) {
    Revision revision =
        revisions
            .find(facts.tenant(), facts.id(), number)
            .orElseThrow(() -> new IllegalStateException("no revision " + number));
    TemplateVersionRow version =
        templates
            .byVersion(facts.tenant(), new TemplateVersionId(revision.templateVersionId()))
            .orElseThrow(() ->
                new StepFailure(FailureType.TEMPLATE_INVALID, "The template's version is gone."));
    SortedMap<String, String> values = texts(revision.variables());
    SortedMap<String, String> secretIds = texts(revision.secretVariables());
    secretIds.forEach((name, id) -> values.put(name, secrets.open(facts.tenant(), id)));
    return new Source(version, values, secretIds, texts(revision.environment()));
  }

  private static SortedMap<String, String> texts(String json) {
    return JSON.readValue(json, TEXTS);
  }

  /** The customer's own environment goes to the service that has the address. */
  private static DeploymentPlan withEnvironment(DeploymentPlan plan, Source source) {
    if (source.environment().isEmpty() || plan.services().isEmpty()) {
      return plan;
    }
    Entry entry = source.version().definition().entry();
    String target = entry == null ? plan.services().getLast().name() : entry.service();
    return new DeploymentPlan(
        plan.services().stream()
            .map(s -> s.name().equals(target) ? merged(s, source.environment()) : s)
            .toList(),
        plan.volumes(),
        plan.networks());
  }

  private static ServicePlan merged(ServicePlan s, Map<String, String> more) {
    SortedMap<String, String> environment = new TreeMap<>(s.environment());
    environment.putAll(more);
    return s.withEnvironment(environment);
  }
}
