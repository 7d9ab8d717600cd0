package io.hoster.ui.deployment;

import io.hoster.ui.Problem;
import io.hoster.ui.catalog.SomeTemplates;
import io.hoster.ui.component.OperationView;
import io.hoster.ui.component.State;
import io.hoster.ui.component.StepView;
import io.hoster.ui.component.StepView.Status;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.catalog.VersionChange;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.operation.Choices;
import io.hoster.workflows.operation.CommandId;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.operation.Effects;
import io.hoster.workflows.operation.Made;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.Step;
import io.hoster.workflows.operation.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Four deployments: one runs, one is being set up, one needs attention, one is stopped. */
public final class SomeDeployments implements Deployments {

  public static final DeploymentId RUNS = new DeploymentId("dep_runs");
  public static final DeploymentId STARTS = new DeploymentId("dep_starts");
  public static final DeploymentId FAILED = new DeploymentId("dep_failed");
  public static final DeploymentId STOPPED = new DeploymentId("dep_stopped");

  /** Its template has a newer version. */
  private static final String OUTDATED = "ghost";

  private final Instant start;
  private final Map<DeploymentId, Details> all = new LinkedHashMap<>();
  private final AtomicInteger commands = new AtomicInteger();
  public final List<String> asked = new CopyOnWriteArrayList<>();

  public SomeDeployments(Instant now) {
    start = now;
    add(
        STARTS,
        "my-blog",
        "wordpress",
        State.STARTING,
        State.UNKNOWN,
        settingUp(8, Status.RETRYING));
    add(RUNS, "team-notes", "ghost", State.RUNNING, State.HEALTHY, null);
    add(FAILED, "reader", "miniflux", State.FAILED, State.UNKNOWN, settingUp(5, Status.FAILED));
    add(STOPPED, "old-shop", "postgres", State.STOPPED, State.UNKNOWN, null);
  }

  private void add(
      DeploymentId id,
      String name,
      String slug,
      State state,
      State health,
      @Nullable OperationView operation) {
    var template = new SomeTemplates().find(slug);
    Summary summary =
        new Summary(
            id,
            name,
            template.name(),
            template.version(),
            slug.equals(OUTDATED) ? "9.0" : null,
            template.icon(),
            state,
            health,
            "http://" + name + ".apps.localhost:8080",
            state == State.FAILED ? null : "local",
            start.minusSeconds(400));
    put(summary, slug, operation);
  }

  private void put(Summary summary, String slug, @Nullable OperationView operation) {
    State state = summary.state();
    Verdict.Open open =
        operation == null || operation.isOver()
            ? null
            : new Verdict.Open(
                OperationKind.PROVISION,
                operation.state() == State.WAITING_FOR_PERSON,
                false,
                Step.PULL_IMAGES);
    Set<CommandKind> legal =
        Arrays.stream(CommandKind.values())
            .filter(kind ->
                !(Verdict.of(kind, DeploymentStatus.valueOf(state.name()), open)
                    instanceof Verdict.Refused))
            .collect(Collectors.toSet());
    boolean there = state == State.RUNNING || state == State.STOPPED || state == State.STARTING;
    List<Service> services =
        there
            ? List.of(
                new Service(
                    "db",
                    "postgres:18.4-alpine",
                    state == State.STOPPED ? State.EXITED : State.RUNNING,
                    state == State.RUNNING ? State.HEALTHY : State.UNKNOWN,
                    0,
                    null,
                    start),
                new Service(
                    "web",
                    slug + ":6.8-apache",
                    state == State.STOPPED ? State.EXITED : State.RUNNING,
                    state == State.RUNNING ? State.HEALTHY : State.UNHEALTHY,
                    2,
                    "no answer on port 80 yet",
                    start))
            : List.of();
    all.put(
        summary.id(),
        new Details(
            summary,
            null,
            slug,
            there ? "127.0.0.1:30012" : null,
            services,
            legal,
            operation,
            open == null || !open.waitsForPerson()
                ? List.of()
                : Choices.forCustomer(open.kind(), false).stream()
                    .map(choice ->
                        new Words.Offer(
                            choice,
                            Effects.of(choice, open, 5, new Made(0, 0, 0, List.of(30012), 0))))
                    .toList(),
            new Limits("Starter", 1_000_000_000, 1_000_000_000),
            true,
            start.minusSeconds(90_000),
            null));
  }

  private OperationView settingUp(int at, Status status) {
    List<StepView> steps = new ArrayList<>();
    int position = 1;
    for (Step step : OperationKind.PROVISION.steps()) {
      Status now = position < at ? Status.DONE : position == at ? status : Status.WAITING;
      Instant from = start.minusSeconds(58).plusSeconds(4L * position);
      steps.add(
          new StepView(
              position,
              step.title(),
              now,
              now == status ? 3 : now == Status.DONE ? 1 : 0,
              OperationKind.PROVISION.attemptLimit(step),
              now == Status.RETRYING ? start.plusSeconds(12) : null,
              null,
              switch (now) {
                case DONE -> result(step);
                case RETRYING -> "db: accepts connections. web: no answer on port 80 yet.";
                case FAILED -> "The image “miniflux:9.9” does not exist in the registry.";
                default -> null;
              },
              now == Status.WAITING ? null : from,
              now == Status.DONE ? from.plusMillis(position * 370L) : null,
              step == Step.PULL_IMAGES ? new StepView.Usual(25, 60) : null));
      position++;
    }
    boolean failed = status == Status.FAILED;
    return new OperationView(
        "opr_" + at,
        OperationKind.PROVISION.title(),
        failed ? "reader" : "my-blog",
        false,
        failed ? State.WAITING_FOR_PERSON : State.WORKING,
        "Ada",
        start.minusSeconds(58),
        null,
        steps,
        failed
            ? new OperationView.Failure(
                "Pull images",
                "IMAGE_MISSING",
                "The image “miniflux:9.9” does not exist in the registry. Tried 5 times.",
                "MANIFEST_UNKNOWN: manifest unknown",
                start.minusSeconds(360),
                5)
            : null,
        List.of());
  }

  private static @Nullable String result(Step step) {
    return switch (step) {
      case CHOOSE_NODE -> "local";
      case RESERVE_PORT -> "30012 on local";
      case PULL_IMAGES -> "3 of 3, 412 MB";
      default -> null;
    };
  }

  /** The deployment's state is {@code state} from now on. */
  public void change(DeploymentId id, State state) {
    Details old = all.get(id);
    Summary s = old.summary();
    put(
        new Summary(
            s.id(),
            s.name(),
            s.template(),
            s.version(),
            s.update(),
            s.icon(),
            state,
            state == State.RUNNING ? State.HEALTHY : State.UNKNOWN,
            s.url(),
            s.node(),
            s.changedAt().plusSeconds(1)),
        old.slug(),
        old.operation());
  }

  public Map<State, Integer> states(Actor actor) {
    return counts(actor);
  }

  public OperationView work(Actor actor, DeploymentId id) {
    return java.util.Objects.requireNonNull(get(actor, id).operation());
  }

  /** The deployment is gone. */
  public void remove(DeploymentId id) {
    all.remove(id);
  }

  public void clear() {
    all.clear();
  }

  @Override
  public Page list(Actor actor, Filter filter, @Nullable String after, int limit) {
    return new Page(
        all.values().stream()
            .map(Details::summary)
            .filter(s -> filter.state() == null || s.state() == filter.state())
            .filter(s -> s.name().contains(filter.text()))
            .toList(),
        null);
  }

  @Override
  public Map<State, Integer> counts(Actor actor) {
    Map<State, Integer> counts = new TreeMap<>();
    all.values().forEach(d -> counts.merge(d.summary().state(), 1, Integer::sum));
    return counts;
  }

  @Override
  public Details get(Actor actor, DeploymentId id) {
    Details details = all.get(id);
    if (details == null) {
      throw Problem.notFound();
    }
    return details;
  }

  @Override
  public List<OperationView> operations(Actor actor, DeploymentId id, int limit) {
    OperationView operation = get(actor, id).operation();
    return operation == null ? List.of() : List.of(operation);
  }

  @Override
  public List<Event> events(Actor actor, DeploymentId id, int limit) {
    return List.of(
        new Event(start.minusSeconds(7200), "web was restarted after it exited with code 1.", null),
        new Event(start.minusSeconds(90_000), "Deployment was asked for.", "Ada"));
  }

  @Override
  public List<Credential> credentials(Actor actor, DeploymentId id) {
    return get(actor, id).summary().state() == State.RUNNING
        ? List.of(
            new Credential("User", "web", "admin", false),
            new Credential("Password", "web", null, true))
        : List.of();
  }

  @Override
  public List<Credential> reveal(Actor actor, DeploymentId id) {
    asked.add("reveal " + id);
    return List.of(
        new Credential("User", "web", "admin", false),
        new Credential("Password", "web", "tH9xkq2LmVbn", true));
  }

  @Override
  public List<Sample> samples(Actor actor, DeploymentId id, Duration span) {
    if (!id.equals(RUNS)) {
      return List.of();
    }
    List<Sample> samples = new ArrayList<>();
    Instant now = Instant.now();
    int count = (int) Math.min(288, span.toMinutes());
    for (int i = count; i > 0; i--) {
      samples.add(
          new Sample(
              now.minus(span.dividedBy(count).multipliedBy(i)),
              12 + 9 * Math.sin(i / 6.0),
              310_000_000L + i * 400_000L,
              40_000L * (i % 17),
              i % 13 == 0 ? null : 190_000L * (i % 11),
              i % 13 == 0 ? null : 7L * (i % 19),
              i % 13 == 0 ? null : i % 5L,
              i % 19 == 0 ? null : 18 + 9 * Math.cos(i / 9.0)));
    }
    return samples;
  }

  @Override
  public Values values(Actor actor, DeploymentId id) {
    return new Values(
        SomeTemplates.WORDPRESS.variables(),
        new TreeMap<>(
            Map.of(
                "TITLE",
                "Team notes",
                "ADMIN_EMAIL",
                "ada@acme.example",
                "WORKERS",
                "4",
                "CACHE",
                "true",
                "LANGUAGE",
                "de")),
        new TreeSet<>(Set.of("PASSWORD")),
        "6.8");
  }

  @Override
  public CommandId newCommand() {
    return new CommandId("cmd_" + commands.incrementAndGet());
  }

  @Override
  public void command(Actor actor, DeploymentId id, CommandId command, CommandKind kind) {
    asked.add(kind + " " + id);
  }

  @Override
  public VersionUpgrade upgrade(Actor actor, DeploymentId id) {
    return new VersionUpgrade(
        "6.8",
        "9.0",
        List.of(
            new VersionChange(VersionChange.Subject.IMAGE, "web", "wiki:6.8", "wiki:9.0"),
            new VersionChange(VersionChange.Subject.VOLUME, "old", "web:/old", null)),
        List.of(
            new Variable(
                "REALM", Variable.Type.STRING, "Realm", "", "", null, true, null, null, List.of())),
        false);
  }

  @Override
  public void upgrade(Actor actor, DeploymentId id, String to, SortedMap<String, String> values) {
    if (values.isEmpty()) {
      throw Problem.invalid("/variables/REALM", "Realm needs a value.");
    }
    asked.add("UPGRADE " + id + " " + to + " " + values);
  }

  @Override
  public void goBack(Actor actor, DeploymentId id) {
    asked.add("BACK " + id);
  }

  @Override
  public void redeploy(
      Actor actor, DeploymentId id, CommandId command, SortedMap<String, String> changed) {
    asked.add("REDEPLOY " + id + " " + changed);
  }
}
