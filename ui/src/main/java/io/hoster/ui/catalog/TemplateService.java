package io.hoster.ui.catalog;

import io.hoster.store.WebTransactions;
import io.hoster.store.catalog.ReleaseRow;
import io.hoster.store.catalog.ServiceImage;
import io.hoster.store.catalog.TemplateQueries;
import io.hoster.store.catalog.TemplateRow;
import io.hoster.store.catalog.TemplateSearchQueries;
import io.hoster.store.catalog.TemplateSearchQueries.After;
import io.hoster.store.catalog.TemplateSearchQueries.Filter;
import io.hoster.store.catalog.TemplateSearchQueries.Sort;
import io.hoster.store.catalog.TemplateVersionRow;
import io.hoster.store.deployment.PlanLimits;
import io.hoster.store.operation.OperationQueries;
import io.hoster.store.operation.UsualDuration;
import io.hoster.ui.Problem;
import io.hoster.ui.Problem.FieldProblem;
import io.hoster.ui.catalog.CheckAnswer.SuggestionJson;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.catalog.VariableValues;
import io.hoster.workflows.catalog.compose.Compiled;
import io.hoster.workflows.catalog.compose.ComposeCompiler;
import io.hoster.workflows.catalog.compose.Suggestions;
import io.hoster.workflows.deployment.DeploymentPlan;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The marketplace. Anybody may read what is published; a tenant's own templates are its own. An
 * actor that is null has not signed in.
 */
@WebRole
@Service
public class TemplateService {

  private final WebTransactions transactions;
  private final TemplateQueries templates;
  private final TemplateSearchQueries search;
  private final PlanLimits limits;
  private final OperationQueries operations;

  TemplateService(
      WebTransactions transactions,
      TemplateQueries templates,
      TemplateSearchQueries search,
      PlanLimits limits,
      OperationQueries operations) {
    this.transactions = transactions;
    this.templates = templates;
    this.search = search;
    this.limits = limits;
    this.operations = operations;
  }

  /** Templates in the order of {@code sort}, at most {@code limit}. */
  public List<TemplateRow> list(
      @Nullable Actor actor, Filter filter, Sort sort, After after, int limit) {
    TenantId tenant = tenant(actor);
    return in(tenant, () -> search.search(tenant, filter, sort, after, limit));
  }

  /** How many templates a search finds, and would find with another choice of each kind. */
  public Facets facets(@Nullable Actor actor, Filter filter) {
    TenantId tenant = tenant(actor);
    return Facets.of(in(tenant, () -> search.facets(tenant, filter.text())), filter);
  }

  /**
   * The current version of a template.
   *
   * @throws Problem 404 when there is none for this actor
   */
  public TemplateVersionRow get(@Nullable Actor actor, String slug) {
    TenantId tenant = tenant(actor);
    return in(tenant, () -> templates.bySlug(tenant, slug)).orElseThrow(Problem::notFound);
  }

  /**
   * A template with all that its page shows.
   *
   * @param version null: the current one
   * @throws Problem 404 when there is none for this actor
   */
  public TemplateDetail detail(@Nullable Actor actor, String slug, @Nullable String version) {
    TenantId tenant = tenant(actor);
    return in(
        tenant,
        () ->
            detail(
                (version == null
                        ? templates.bySlug(tenant, slug)
                        : templates.bySlugAndVersion(tenant, slug, version))
                    .orElseThrow(Problem::notFound),
                templates.releases(tenant, slug)));
  }

  /** A version with what its page shows; in the transaction of the caller. */
  TemplateDetail detail(TemplateVersionRow row, List<ReleaseRow> releases) {
    TemplateDefinition definition = row.definition();
    return TemplateDetail.of(
        row,
        releases,
        templates.live(row.template()),
        DraftCheck.compile(definition.compose(), definition.variables())
                instanceof Compiled.Planned planned
            ? resources(planned.plan())
            : new TemplateDetail.Resources(row.services().size(), 0, null, null));
  }

  /** What the compiler makes of a file; nothing is saved. */
  public CheckAnswer check(CheckRequest request) {
    String compose = request.compose();
    if (compose == null) {
      throw Problem.invalid("/compose", "The compose file is missing.");
    }
    List<Variable> declared = VariableJson.declared(request.variables());
    SortedMap<String, String> given = request.values() == null ? new TreeMap<>() : request.values();
    refuseWrongValues(declared, given);
    List<VariableJson> listed = listed(declared, compose);
    SortedMap<String, String> values = SampleValues.withoutExamples(declared, given);
    Compiled compiled = ComposeCompiler.compile(compose, declared, values);
    List<SuggestionJson> suggestions =
        Suggestions.of(compose, declared, values).stream().map(SuggestionJson::of).toList();
    return switch (compiled) {
      case Compiled.Planned planned ->
          new CheckAnswer(
              true, List.of(), listed, PlanJson.of(planned.plan()), planned.notices(), suggestions);
      case Compiled.Refused refused ->
          new CheckAnswer(false, refused.findings(), listed, null, refused.notices(), suggestions);
    };
  }

  private static List<VariableJson> listed(List<Variable> declared, String compose) {
    List<VariableJson> listed = new ArrayList<>(declared.stream().map(VariableJson::of).toList());
    Set<String> undeclared = new LinkedHashSet<>(UsedVariables.in(compose));
    declared.forEach(variable -> undeclared.remove(variable.name()));
    undeclared.stream().map(VariableJson::undeclared).forEach(listed::add);
    return listed;
  }

  /** Wrong ones only: one that is missing is the compiler's finding, with its place. */
  private static void refuseWrongValues(
      Collection<Variable> declared, SortedMap<String, String> given) {
    List<Variable> optional =
        declared.stream().filter(variable -> given.containsKey(variable.name())).toList();
    List<FieldProblem> problems = problems(optional, given, "/values/");
    if (!problems.isEmpty()) {
      throw Problem.invalid(problems);
    }
  }

  private static List<FieldProblem> problems(
      List<Variable> variables, SortedMap<String, String> given, String pointer) {
    return switch (VariableValues.check(variables, given, bound -> 0)) {
      case VariableValues.Checked.Complete complete -> List.of();
      case VariableValues.Checked.Invalid invalid ->
          invalid.problems().stream()
              .map(p -> new FieldProblem(pointer + p.name(), "invalid", p.message()))
              .toList();
    };
  }

  /**
   * What a deploy of the template would make with these values.
   *
   * @throws Problem 404 when there is no such template for this actor
   */
  public Preview preview(@Nullable Actor actor, String slug, SortedMap<String, String> values) {
    TemplateVersionRow row = get(actor, slug);
    TemplateDefinition definition = row.definition();
    List<FieldProblem> fields = problems(definition.variables(), values, "/variables/");
    SortedMap<String, String> complete = SampleValues.complete(definition.variables(), values);
    return switch (compile(definition, complete)) {
      case Compiled.Planned planned when fields.isEmpty() ->
          ready(actor, row, definition, planned.plan());
      case Compiled.Planned planned -> new Preview.NotReady(fields, List.of());
      case Compiled.Refused refused -> new Preview.NotReady(fields, refused.findings());
    };
  }

  private Preview ready(
      @Nullable Actor actor,
      TemplateVersionRow row,
      TemplateDefinition definition,
      DeploymentPlan plan) {
    return new Preview.Ready(
        plan.services().stream().map(s -> new ServiceImage(s.name(), s.image())).toList(),
        plan.volumes(),
        plan.networks(),
        resources(plan),
        definition.priceMinor(),
        definition.currency(),
        actor == null ? null : use(actor.tenant(), definition),
        usual(row.template()));
  }

  private Preview.PlanUse use(TenantId tenant, TemplateDefinition definition) {
    return transactions.tenant(
        tenant,
        () -> {
          PlanLimits.Use use =
              limits.use(tenant, definition.kind().name().toLowerCase(Locale.ROOT));
          PlanLimits.Container container = limits.container(tenant);
          return new Preview.PlanUse(
              use.plan(),
              use.used(),
              use.limit(),
              container.nanoCpus() / 1e9,
              container.memoryBytes());
        });
  }

  /** How long a set-up of the template usually takes; null: too few so far. */
  public Preview.@Nullable UsualTime usual(String template) {
    Collection<UsualDuration> steps =
        transactions
            .system(() -> operations.usualDurations(template, OperationKind.PROVISION.name()))
            .values();
    if (steps.isEmpty() || steps.stream().anyMatch(step -> step.runs() < UsualDuration.ENOUGH)) {
      return null;
    }
    return new Preview.UsualTime(
        steps.stream().mapToDouble(UsualDuration::median).sum(),
        steps.stream().mapToDouble(UsualDuration::slow).sum());
  }

  private static Compiled compile(TemplateDefinition definition, SortedMap<String, String> values) {
    return ComposeCompiler.compile(definition.compose(), definition.variables(), values);
  }

  private static TemplateDetail.Resources resources(DeploymentPlan plan) {
    boolean cpusKnown = plan.services().stream().allMatch(service -> service.nanoCpus() > 0);
    boolean memoryKnown = plan.services().stream().allMatch(service -> service.memoryBytes() > 0);
    return new TemplateDetail.Resources(
        plan.services().size(),
        plan.volumes().size(),
        cpusKnown ? plan.services().stream().mapToLong(s -> s.nanoCpus()).sum() / 1e9 : null,
        memoryKnown ? plan.services().stream().mapToLong(s -> s.memoryBytes()).sum() : null);
  }

  private static @Nullable TenantId tenant(@Nullable Actor actor) {
    return actor == null ? null : actor.tenant();
  }

  private <T> T in(@Nullable TenantId tenant, Supplier<T> work) {
    return tenant == null ? transactions.system(work) : transactions.tenant(tenant, work);
  }
}
