package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hoster.ui.journey.Question.Asked;
import io.hoster.ui.journey.Question.NotRunHere;
import io.hoster.workflows.catalog.CatalogFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Each entry of the catalog with nothing but its defaults: it runs, answers a question that only
 * the working software can, and goes without a trace. Some are tried side by side.
 */
@ExtendWith(Installed.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogIT {

  /** A database and an application that both set themselves up, beside others that do. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final int SIDE_BY_SIDE = 4;

  private final Installation installation;
  private final Rows rows;
  private final Truth truth;
  private final ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
  private final Map<String, Future<?>> tries = new TreeMap<>();
  private Api api;

  CatalogIT(Installation installation) {
    this.installation = installation;
    this.rows = installation.rows();
    this.truth = new Truth(installation);
  }

  static List<String> slugs() {
    return CatalogFolder.slugs();
  }

  @BeforeAll
  void tryAll() {
    installation.startWhatIsDown();
    api = new Customer(installation).api();
    slugs().forEach(slug -> tries.put(slug, threads.submit(() -> tryOut(slug))));
  }

  @AfterAll
  void nothingIsLeft() {
    threads.shutdown();
    truth.nothingIsOrphaned();
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void answersItsQuestionAndGoesWithoutATrace(String slug) throws Throwable {
    try {
      tries.get(slug).get();
    } catch (ExecutionException failed) {
      throw failed.getCause();
    }
  }

  private Void tryOut(String slug) throws Exception {
    switch (Questions.of(slug)) {
      case Asked question -> askAndRemove(slug, question);
      case NotRunHere missing -> isMissing(slug, missing);
    }
    return null;
  }

  /** Where its image can be had after all, the question can be written. */
  private void isMissing(String slug, NotRunHere missing) throws IOException {
    write("%s\tnot run here: %s%n".formatted(slug, missing.reason()));
    for (JsonNode service :
        api.get("/api/v1/templates/" + slug).expect(200).body().path("services")) {
      String image = service.path("image").asString();
      assertThatThrownBy(() -> installation.world().requireImage(image))
          .as("%s: there is no question although %s is here", slug, image)
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private void askAndRemove(String slug, Asked question) throws Exception {
    long start = System.nanoTime();
    String id =
        api.post("/api/v1/deployments", Map.of("template", slug, "name", "try-" + slug))
            .expect(202)
            .text("id");
    awaitRest(id);
    long ready = System.nanoTime();
    question.ask(running(id));
    long answered = System.nanoTime();
    api.post("/api/v1/deployments/" + id + "/stop").expect(202);
    awaitRest(id);
    api.delete("/api/v1/deployments/" + id).expect(202);
    awaitRest(id);
    truth.isGone(id, "succeeded");
    write(
        "%s\trunning after %.1f s\tanswered in %.1f s\tgone after %.1f s%n"
            .formatted(
                slug,
                (ready - start) / 1e9,
                (answered - ready) / 1e9,
                (System.nanoTime() - answered) / 1e9));
  }

  /** How long each took, beside the logs of the run. */
  private void write(String line) throws IOException {
    Files.writeString(
        installation.logs().resolve("catalog.tsv"),
        line,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private Deployed running(String id) {
    JsonNode shown = api.get("/api/v1/deployments/" + id).expect(200).body();
    assertThat(shown.path("status").asString()).as("%s", shown).isEqualTo("running");
    assertThat(shown.path("services").valueStream())
        .extracting(service -> service.path("health").asString())
        .containsOnly("healthy");
    return new Deployed(
        installation.edge(),
        rows.route(id).orElseThrow().host(),
        shown.path("direct_address").asString(),
        credentials(id));
  }

  /** Whatever is secret among them is looked for in logs and rows from now on. */
  private SortedMap<String, String> credentials(String id) {
    SortedMap<String, String> credentials = new TreeMap<>();
    api.get("/api/v1/deployments/" + id + "/credentials")
        .expect(200)
        .body()
        .path("data")
        .forEach(line -> {
          String value = line.path("value").asString();
          credentials.put(line.path("name").asString(), value);
          if (line.path("secret").asBoolean()) {
            installation.secrets().add(value);
          }
        });
    return credentials;
  }

  private void awaitRest(String id) {
    await("rest of " + id)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> rows.isAtRest(id));
  }
}
