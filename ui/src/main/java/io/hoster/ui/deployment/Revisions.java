package io.hoster.ui.deployment;

import io.hoster.store.catalog.TemplateQueries;
import io.hoster.store.catalog.TemplateVersionRow;
import io.hoster.store.deployment.DeploymentIntents;
import io.hoster.store.deployment.DeploymentIntents.Subject;
import io.hoster.store.deployment.RevisionStore;
import io.hoster.store.deployment.RevisionStore.Revision;
import io.hoster.store.deployment.RevisionValues;
import io.hoster.ui.Problem;
import io.hoster.ui.Problem.FieldProblem;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.catalog.TemplateVersionId;
import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.catalog.VariableValues;
import io.hoster.workflows.catalog.compose.Compiled;
import io.hoster.workflows.catalog.compose.ComposeCompiler;
import io.hoster.workflows.deployment.DeploymentId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What a deployment is asked to be: values checked against the template, secrets sealed. */
@WebRole
@Component
class Revisions {

  private static final Pattern ENVIRONMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
  private static final int LONGEST = 32 * 1024;
  private static final int MOST = 256;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final TemplateQueries templates;
  private final RevisionStore revisions;
  private final DeploymentIntents intents;
  private final RevisionValues written;

  Revisions(
      TemplateQueries templates,
      RevisionStore revisions,
      DeploymentIntents intents,
      RevisionValues written) {
    this.templates = templates;
    this.revisions = revisions;
    this.intents = intents;
    this.written = written;
  }

  /**
   * Checks what was typed and completes it by defaults and generators.
   *
   * @throws Problem 422 with a finding for each field
   */
  SortedMap<String, String> complete(TemplateVersionRow version, SortedMap<String, String> typed) {
    List<Variable> variables = version.definition().variables();
    return switch (VariableValues.check(variables, typed, RANDOM::nextInt)) {
      case VariableValues.Checked.Complete complete -> {
        requireCompiles(version, complete.values());
        yield complete.values();
      }
      case VariableValues.Checked.Invalid invalid ->
          throw Problem.invalid(
              invalid.problems().stream()
                  .map(p -> new FieldProblem("/variables/" + p.name(), "invalid", p.message()))
                  .toList());
    };
  }

  private static void requireCompiles(
      TemplateVersionRow version, SortedMap<String, String> values) {
    Compiled compiled =
        ComposeCompiler.compile(
            version.definition().compose(), version.definition().variables(), values);
    if (compiled instanceof Compiled.Refused refused) {
      throw Problem.invalid(
          refused.findings().stream()
              .map(f -> new FieldProblem("/variables", "invalid", f.message()))
              .toList());
    }
  }

  /** The first revision of a new deployment. */
  void addFirst(
      Actor actor,
      DeploymentId id,
      TemplateVersionRow version,
      SortedMap<String, String> values,
      SortedMap<String, String> environment) {
    add(actor, id, 1, version, values, environment);
  }

  private void add(
      Actor actor,
      DeploymentId id,
      int number,
      TemplateVersionRow version,
      SortedMap<String, String> values,
      SortedMap<String, String> environment) {
    requireEnvironment(environment);
    written.add(actor.tenant(), id, number, version, values, environment, actor.user().value());
  }

  private static void requireEnvironment(SortedMap<String, String> environment) {
    if (environment.size() > MOST) {
      throw Problem.invalid("/environment", "At most " + MOST + " variables can be set.");
    }
    environment.forEach((name, value) -> {
      if (!ENVIRONMENT.matcher(name).matches()) {
        throw Problem.invalid(
            "/environment/" + name,
            "A variable's name has letters, digits and underscores, and starts with no digit.");
      }
      if (value.getBytes(StandardCharsets.UTF_8).length > LONGEST || value.indexOf('\0') >= 0) {
        throw Problem.invalid(
            "/environment/" + name, "A value has at most 32 KB and no NUL character.");
      }
    });
  }

  /** A new revision with what changed; it becomes the wish. */
  void change(Actor actor, DeploymentId id, RedeployRequest request) {
    Subject subject = intents.lock(actor.tenant(), id).orElseThrow(Problem::notFound);
    Revision now = require(actor, id, subject.revision());
    TemplateVersionRow before = version(actor, now);
    TemplateVersionRow after = wanted(actor, before, request);
    SortedMap<String, String> typed = kept(written.open(actor.tenant(), now), after);
    requireChangeable(after, typed, request.variables());
    typed.putAll(request.variables());
    SortedMap<String, String> environment =
        request.environment() == null ? written.environment(now) : request.environment();
    addNext(actor, id, after, complete(after, typed), environment);
  }

  /** What counts once cannot be given another value: what it made would no longer fit it. */
  private static void requireChangeable(
      TemplateVersionRow version,
      SortedMap<String, String> before,
      SortedMap<String, String> given) {
    for (Variable variable : version.definition().variables()) {
      String old = before.get(variable.name());
      String fresh = given.get(variable.name());
      if (variable.countsOnce() && old != null && fresh != null && !fresh.equals(old)) {
        throw Problem.invalid(
            "/variables/" + variable.name(),
            variable.label() + " counts at the first set-up only and cannot be changed here.");
      }
    }
  }

  /** A new revision equal to the one before the current; it becomes the wish. */
  void goBack(Actor actor, DeploymentId id) {
    Subject subject = intents.lock(actor.tenant(), id).orElseThrow(Problem::notFound);
    if (subject.revision() < 2) {
      throw Problem.conflict("invalid_state", "There is no version before this one.");
    }
    Revision before = require(actor, id, subject.revision() - 1);
    TemplateVersionRow version = version(actor, before);
    if (version.status().equals("withdrawn")) {
      throw Problem.conflict(
          "invalid_state",
          "Version %s ran before, and was withdrawn since. Update to a newer one instead."
              .formatted(version.definition().version()));
    }
    addNext(actor, id, version, written.open(actor.tenant(), before), written.environment(before));
  }

  private void addNext(
      Actor actor,
      DeploymentId id,
      TemplateVersionRow version,
      SortedMap<String, String> values,
      SortedMap<String, String> environment) {
    int number = revisions.latest(actor.tenant(), id) + 1;
    add(actor, id, number, version, values, environment);
    intents.wish(actor.tenant(), id, number);
  }

  private Revision require(Actor actor, DeploymentId id, int number) {
    return revisions.find(actor.tenant(), id, number).orElseThrow(Problem::notFound);
  }

  private TemplateVersionRow version(Actor actor, Revision revision) {
    return templates
        .byVersion(actor.tenant(), new TemplateVersionId(revision.templateVersionId()))
        .orElseThrow(Problem::notFound);
  }

  private TemplateVersionRow wanted(
      Actor actor, TemplateVersionRow before, RedeployRequest request) {
    String version = request.templateVersion();
    if (version == null || version.equals(before.definition().version())) {
      return before;
    }
    return templates
        .bySlugAndVersion(actor.tenant(), before.definition().slug(), version)
        .filter(TemplateVersionRow::isRunnable)
        .orElseThrow(() ->
            Problem.invalid(
                "/template_version", "This template has no version \"" + version + "\"."));
  }

  /** Values of variables that the version still has. */
  private static SortedMap<String, String> kept(
      SortedMap<String, String> values, TemplateVersionRow version) {
    values
        .keySet()
        .retainAll(version.definition().variables().stream().map(Variable::name).toList());
    return values;
  }
}
