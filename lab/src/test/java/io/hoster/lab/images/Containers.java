package io.hoster.lab.images;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Containers of one test, isolated as the product isolates them; all gone at its end. */
final class Containers implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final List<String> ISOLATION =
      List.of(
          "--cap-drop",
          "ALL",
          "--cap-add",
          "CHOWN",
          "--cap-add",
          "DAC_OVERRIDE",
          "--cap-add",
          "FOWNER",
          "--cap-add",
          "SETGID",
          "--cap-add",
          "SETUID",
          "--cap-add",
          "NET_BIND_SERVICE",
          "--cap-add",
          "KILL",
          "--security-opt",
          "no-new-privileges",
          "--pids-limit",
          "200",
          "--memory",
          "512m");

  private final Deque<List<String>> undo = new ArrayDeque<>();

  String start(String image, List<String> options, String... command) {
    List<String> words = new ArrayList<>(List.of("run", "--detach"));
    words.addAll(ISOLATION);
    words.addAll(options);
    words.add(image);
    words.addAll(List.of(command));
    String id = docker(words).strip();
    undo.push(List.of("rm", "--force", "--volumes", id));
    return id;
  }

  String run(String image, List<String> options, String... command) {
    List<String> words = new ArrayList<>(List.of("run", "--rm"));
    words.addAll(ISOLATION);
    words.addAll(options);
    words.add(image);
    words.addAll(List.of(command));
    return docker(words).strip();
  }

  String volume() {
    String name = docker(List.of("volume", "create", "hoster-lab-" + UUID.randomUUID())).strip();
    undo.push(List.of("volume", "rm", "--force", name));
    return name;
  }

  String network() {
    String name = "hoster-lab-" + UUID.randomUUID();
    docker(List.of("network", "create", name));
    undo.push(List.of("network", "rm", name));
    return name;
  }

  void stop(String container) {
    docker(List.of("stop", "--time", "30", container));
  }

  String exec(String container, String... command) {
    List<String> words = new ArrayList<>(List.of("exec", container));
    words.addAll(List.of(command));
    return docker(words);
  }

  String logs(String container) {
    return docker(List.of("logs", container));
  }

  String address(String container, int port) {
    return docker(List.of("port", container, String.valueOf(port)))
        .lines()
        .findFirst()
        .orElseThrow();
  }

  String inspect(String container, String format) {
    return docker(List.of("inspect", "--format", format, container)).strip();
  }

  String inspectImage(String image, String format) {
    return docker(List.of("image", "inspect", "--format", format, image)).strip();
  }

  /** Asks until the answer comes without an exception; the last exception after a minute. */
  <T> T eventually(Callable<T> question) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (true) {
      try {
        return question.call();
      } catch (Exception notYet) {
        if (System.nanoTime() > end) {
          throw notYet;
        }
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    }
  }

  @Override
  public void close() {
    undo.forEach(Containers::docker);
    undo.clear();
  }

  private static String docker(List<String> arguments) {
    List<String> words = new ArrayList<>(List.of("docker"));
    words.addAll(arguments);
    return Program.of(LIMIT, words.toArray(String[]::new)).require("The test's container");
  }
}
