package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The board and the rules ask for figures that a whole installation really has. */
@ExtendWith(Installed.class)
class BoardIT {

  private static final Path DOCS = Path.of("../docs");
  private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:\\\\.|[^\"\\\\])*\"");

  /** What Prometheus itself adds to each scrape. */
  private static final Set<String> OF_THE_SCRAPE = Set.of("job", "instance");

  private static final Set<String> OF_PROMETHEUS = Set.of("up");

  private final Installation installation;

  BoardIT(Installation installation) {
    this.installation = installation;
    installation.startWhatIsDown();
  }

  @Test
  void theBoardAsksForWhatThereIs() throws IOException {
    JsonNode board =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(DOCS.resolve("operations/grafana-hoster.json")));
    List<String> expressions = new ArrayList<>();
    board.findValues("expr").forEach(expr -> expressions.add(expr.asString()));
    assertThat(expressions).hasSizeGreaterThan(30);
    Customer customer = new Customer(installation);
    customer.remove(customer.running(App.STATIC_SITE)); // so that there is something to tell
    isServed(expressions);
  }

  @Test
  void theRulesAskForWhatThereIs() throws IOException {
    List<String> expressions = rules().stream().map(rule -> (String) rule.get("expr")).toList();
    assertThat(expressions).hasSizeGreaterThan(8);
    isServed(expressions);
  }

  @Test
  void theListOfFiguresIsTrue() throws IOException {
    String text = Files.readString(DOCS.resolve("operations/README.md"));
    List<String> figures =
        Pattern.compile("`(hoster_[^`]+)`")
            .matcher(text)
            .results()
            .map(figure -> figure.group(1).replace("duration_seconds", "duration_seconds_count"))
            .toList();
    assertThat(figures).hasSizeGreaterThan(20);
    isServed(figures);
  }

  @Test
  void whatIsMisspeltIsFound() {
    Map<String, Set<String>> served = served();
    assertThat(missing(List.of("max(hoster_commands_stuck_second)"), served)).isNotEmpty();
    assertThat(missing(List.of("hoster_part_ready{parts=\"edge\"}"), served)).isNotEmpty();
    assertThat(missing(List.of("sum by (typ) (hoster_operations_open)"), served)).isNotEmpty();
    assertThat(missing(List.of("sum by (kind) (hoster_operations_open)"), served)).isEmpty();
  }

  /** Some figures come with the first answer of their kind, the engine's every ten seconds. */
  private void isServed(List<String> expressions) {
    installation.browser().get("/api/v1/templates").expect(200);
    await("every figure is served")
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(missing(expressions, served())).isEmpty());
  }

  private static List<String> missing(List<String> expressions, Map<String, Set<String>> served) {
    List<String> missing = new ArrayList<>();
    for (String expression : expressions) {
      PromQl asked = PromQl.of(expression);
      Set<String> there = new TreeSet<>(OF_THE_SCRAPE);
      asked
          .metrics()
          .forEach((metric, labels) -> {
            Set<String> known = new TreeSet<>(OF_THE_SCRAPE);
            known.addAll(served.getOrDefault(metric, Set.of()));
            there.addAll(known);
            if (!served.containsKey(metric) && !OF_PROMETHEUS.contains(metric)) {
              missing.add(metric);
            } else if (!known.containsAll(labels)) {
              missing.add(metric + labels + ", it has " + known);
            }
          });
      if (asked.metrics().isEmpty() || !there.containsAll(asked.groupings())) {
        missing.add(expression + " groups by what is not there: " + asked.groupings());
      }
    }
    return missing;
  }

  /** All names, each with its labels. */
  private Map<String, Set<String>> served() {
    Map<String, Set<String>> served = new HashMap<>();
    String text = installation.internal(Engines.Part.ALL).get("/metrics").expect(200).raw();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> {
          Matcher parts = LINE.matcher(line);
          assertThat(parts.matches()).as(line).isTrue();
          Set<String> labels = served.computeIfAbsent(parts.group(1), name -> new TreeSet<>());
          if (parts.group(2) != null) {
            LABEL.matcher(parts.group(2)).results().forEach(label -> labels.add(label.group(1)));
          }
        });
    return served;
  }

  @Test
  void everyRuleSaysHowBadItIsAndLeadsToARunbook() throws IOException {
    assertThat(rules())
        .allSatisfy(rule -> {
          Map<?, ?> labels = (Map<?, ?>) rule.get("labels");
          Map<?, ?> annotations = (Map<?, ?>) rule.get("annotations");
          assertThat(labels.get("severity")).isIn("critical", "warning");
          assertThat((String) annotations.get("summary")).isNotBlank();
          assertThat(DOCS.resolveSibling((String) annotations.get("runbook"))).isRegularFile();
        });
  }

  private static List<Map<?, ?>> rules() throws IOException {
    Load yaml = new Load(LoadSettings.builder().build());
    Map<?, ?> file =
        (Map<?, ?>) yaml.loadFromString(Files.readString(DOCS.resolve("operations/alerts.yml")));
    List<Map<?, ?>> rules = new ArrayList<>();
    for (Object group : (List<?>) file.get("groups")) {
      ((List<?>) ((Map<?, ?>) group).get("rules")).forEach(rule -> rules.add((Map<?, ?>) rule));
    }
    return rules;
  }
}
