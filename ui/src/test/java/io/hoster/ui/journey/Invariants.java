package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What must be true of a whole installation whenever nothing is under way: rows, world and edge
 * agree both ways, everything has an end or somebody was told, each app has one workflow, nothing
 * is metered twice, and no secret stands where somebody can read it.
 */
final class Invariants {

  /** What looks after alerts, workflows and routes comes by every ten seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Installation installation;
  private final AllRows rows;
  private final Histories histories;
  private final Map<Path, Long> readUpTo = new HashMap<>();

  Invariants(Installation installation, AllRows rows, Histories histories) {
    this.installation = installation;
    this.rows = rows;
    this.histories = histories;
  }

  /** Waits for rest, and fails with a sentence for each thing that is not so. */
  void hold() {
    await("everything agrees")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(disagreements()).isEmpty());
    assertThat(leaks()).isEmpty();
  }

  /** A sentence for each thing that is not as the rows say, or not at its end. */
  List<String> disagreements() {
    List<String> broken = new ArrayList<>(rows.unfinished());
    broken.addAll(rows.leftovers());
    broken.addAll(rows.metered());
    broken.addAll(engine());
    broken.addAll(edge());
    broken.addAll(workflows());
    return broken;
  }

  private List<String> engine() {
    Set<String> failed = rows.failed();
    Set<String> begun = rows.begun();
    Set<String> found = new TreeSet<>(installation.world().objects());
    found.removeIf(object ->
        failed.contains(object.replaceFirst(" .*", ""))
            && begun.contains(object.replaceFirst("( container \\S+) .*", "$1")));
    return differences(rows.objects(), found, "on the engine");
  }

  private List<String> edge() {
    List<String> broken = new ArrayList<>();
    Set<String> hosts = new TreeSet<>();
    for (String route : rows.routes()) {
      String host = route.replaceFirst(" .*", "");
      hosts.add(host);
      int wanted = route.endsWith(" live") ? 200 : 503;
      int status = installation.edge().get(host).status();
      if (status != wanted) {
        broken.add("the edge answers " + status + " for " + route);
      }
    }
    broken.addAll(differences(hosts, installation.edge().hosts(), "at the edge"));
    return broken;
  }

  private List<String> workflows() {
    List<String> wanted = rows.living().stream().map(id -> "deployment/" + id).toList();
    List<String> open = histories.open("deployment/");
    List<String> twice = new ArrayList<>(open);
    new TreeSet<>(open).forEach(twice::remove);
    List<String> broken = differences(new TreeSet<>(wanted), new TreeSet<>(open), "in Temporal");
    twice.forEach(id -> broken.add(id + " runs twice"));
    return broken;
  }

  private static List<String> differences(Set<String> wanted, Set<String> found, String where) {
    List<String> broken = new ArrayList<>();
    wanted.stream()
        .filter(each -> !found.contains(each))
        .forEach(each -> broken.add(each + " is in the rows and not " + where));
    found.stream()
        .filter(each -> !wanted.contains(each))
        .forEach(each -> broken.add(each + " is " + where + " and not in the rows"));
    return broken;
  }

  /**
   * A sentence for each secret that stands in a log, a history, a row or an answer since last time.
   */
  List<String> leaks() {
    Secrets secrets = installation.secrets();
    List<String> leaks = new ArrayList<>(secrets.inAnswers());
    logs().forEach(log -> leaks.addAll(secrets.in(log.getFileName().toString(), fresh(log))));
    histories.forEach((id, words) -> leaks.addAll(secrets.in("the history of " + id, words)));
    rows.tablesWith(secrets.known())
        .forEach(table -> leaks.add("a row of " + table + " gives away a secret"));
    return leaks;
  }

  private List<Path> logs() {
    try (Stream<Path> files = Files.walk(installation.logs())) {
      return files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was written since the last time. */
  private String fresh(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = readUpTo.getOrDefault(log, 0L);
      byte[] bytes = new byte[Math.toIntExact(file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      readUpTo.put(log, from + bytes.length);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
