package io.hoster.ui.journey;

import static org.awaitility.Awaitility.await;

import io.hoster.workflows.operation.Step;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Somebody with room for many apps who asks for work and waits until it is done. */
final class Customer {

  /** Long enough for a loaded machine: nothing is measured here. */
  static final Duration PATIENCE = Duration.ofSeconds(150);

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Installation installation;
  private final Person person;
  private final String tenant;
  private final Api api;
  private final Map<String, String> names = new ConcurrentHashMap<>();

  Customer(Installation installation) {
    this(installation, Person.named("Ada"));
  }

  Customer(Installation installation, Person person) {
    this.installation = installation;
    this.person = person;
    this.api = installation.browser();
    this.tenant = api.register(person);
    installation.rows().setPlan(tenant, "enterprise");
  }

  Person person() {
    return person;
  }

  String tenant() {
    return tenant;
  }

  /** What it was called when it was asked for. */
  String nameOf(Subject subject) {
    return Objects.requireNonNull(names.get(subject.id()));
  }

  /** Asks for an app that is refused; returns the reason. */
  String refusal(App app) {
    return api.post(
            "/api/v1/deployments", Map.of("template", app.template(), "name", "refused-app"))
        .expect(403)
        .text("detail");
  }

  Api api() {
    return api;
  }

  /** Asks for an app; 202. */
  Subject deploy(App app) {
    return deploy(app, Map.of());
  }

  /** Asks for an app with other values than its template's; 202. */
  Subject deploy(App app, Map<String, String> variables) {
    String name = "crash-" + NUMBER.incrementAndGet();
    Api.Answer accepted = api.post("/api/v1/deployments", wanted(app, name, variables));
    Subject subject = new Subject(accepted.expect(202).text("id"), app);
    names.put(subject.id(), name);
    return subject;
  }

  /** Asks for an app of another template that is made as {@code like} is; 202. */
  Subject deployNamed(String template, App like) {
    String name = "crash-" + NUMBER.incrementAndGet();
    Api.Answer accepted =
        api.post("/api/v1/deployments", Map.of("template", template, "name", name));
    Subject subject = new Subject(accepted.expect(202).text("id"), like);
    names.put(subject.id(), name);
    return subject;
  }

  /** What is sent to have {@code app} under this name; each of its secrets is chosen. */
  Map<String, ?> wanted(App app, String name) {
    return wanted(app, name, Map.of());
  }

  private Map<String, ?> wanted(App app, String name, Map<String, String> variables) {
    app.images().forEach(installation.world()::requireImage);
    Map<String, String> typed = new TreeMap<>(variables);
    app.secrets().forEach(secret -> typed.put(secret, installation.secrets().fresh()));
    return Map.of("template", app.template(), "name", name, "variables", typed);
  }

  /** An app that waits for a person, since there is no such image. */
  Subject failed() {
    return failed("0.0.0-none");
  }

  /** An app that waits for a person until there is an image with this tag. */
  Subject failed(String tag) {
    Subject subject = deploy(App.PINNED_PAGE, Map.of("TAG", tag));
    awaitRest(subject);
    return subject;
  }

  /** Asks for {@code start}, {@code stop}, {@code restart} or {@code cancel}; 202. */
  void command(Subject subject, String command) {
    api.post("/api/v1/deployments/" + subject.id() + "/" + command).expect(202);
  }

  /** Asks for what was made to be undone; 202. */
  void rollBack(Subject subject) {
    resolve(subject, "rollback");
  }

  /** Asks for another title on the page; 202. */
  void retitle(Subject subject, String title) {
    change(subject, Map.of("TITLE", title));
  }

  /** Asks for other values; 202. */
  void change(Subject subject, Map<String, String> variables) {
    api.post("/api/v1/deployments/" + subject.id() + "/redeploy", Map.of("variables", variables))
        .expect(202);
  }

  /** Decides for what waits: {@code retry} or {@code rollback}; 202. */
  void resolve(Subject subject, String action) {
    api.post("/api/v1/deployments/" + subject.id() + "/resolve", Map.of("action", action))
        .expect(202);
  }

  /** The app as the API shows it. */
  JsonNode look(Subject subject) {
    return api.get("/api/v1/deployments/" + subject.id()).expect(200).body();
  }

  /** A step of what is under way, by its title, once {@code status} is what it says. */
  JsonNode awaitStep(Subject subject, Step step, String status) {
    return await(step + " of " + subject + " is " + status)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                look(subject)
                    .path("steps")
                    .valueStream()
                    .filter(one -> one.path("name").asString("").equals(step.title()))
                    .filter(one -> one.path("status").asString("").equals(status))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  /** Asks for it to be deleted; 202. */
  void delete(Subject subject) {
    api.delete("/api/v1/deployments/" + subject.id()).expect(202);
  }

  /** An app that runs. */
  Subject running(App app) {
    Subject subject = deploy(app);
    awaitRest(subject);
    return subject;
  }

  /** An app that was stopped. */
  Subject stopped(App app) {
    Subject subject = running(app);
    command(subject, "stop");
    awaitRest(subject);
    return subject;
  }

  /** Returns when every command was taken up and nothing is under way. */
  void awaitRest(Subject subject) {
    await("rest of " + subject)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> installation.rows().isAtRest(subject.id()));
    installation.world().passwords(subject.id()).forEach(installation.secrets()::add);
  }

  /** Returns once it has come to this: what staff ask for begins in its own time. */
  void awaitStatus(Subject subject, String status) {
    await(subject + " is " + status)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> installation.rows().deployment(subject.id()).status().equals(status));
    awaitRest(subject);
  }

  /** Stops what runs, deletes it and waits until it is gone. */
  void remove(Subject subject) {
    String status = installation.rows().deployment(subject.id()).status();
    if (status.equals("running")) {
      command(subject, "stop");
      awaitRest(subject);
    }
    delete(subject);
    awaitRest(subject);
  }
}
