package io.hoster.activities.docker;

import com.github.dockerjava.api.command.HealthState;
import com.github.dockerjava.api.command.HealthStateLog;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.RestartPolicy;
import io.hoster.activities.docker.ContainerEngine.ContainerFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what an inspection says, leaving the environment behind. */
final class Facts {

  private static final int LONGEST_MESSAGE = 500;

  private Facts() {}

  static ContainerFacts of(InspectContainerResponse answer) {
    ContainerConfig config = Objects.requireNonNull(answer.getConfig());
    ContainerState state = Objects.requireNonNull(answer.getState());
    Map<String, String> labels = labels(answer);
    return new ContainerFacts(
        name(answer),
        answer.getId(),
        labels.getOrDefault(Labels.DEPLOYMENT, ""),
        labels.getOrDefault(Labels.SERVICE, ""),
        text(config.getImage(), ""),
        text(answer.getImageId(), ""),
        generation(labels),
        labels.getOrDefault(Labels.SPEC, ""),
        text(state.getStatus(), "created"),
        health(state.getHealth()),
        state.getExitCodeLong() == null ? 0 : state.getExitCodeLong().intValue(),
        Boolean.TRUE.equals(state.getOOMKilled()),
        answer.getRestartCount() == null ? 0 : answer.getRestartCount(),
        message(state),
        startedAt(state.getStartedAt()),
        runsOnce(answer));
  }

  static String name(InspectContainerResponse answer) {
    String name = answer.getName();
    return name.startsWith("/") ? name.substring(1) : name;
  }

  static Map<String, String> labels(InspectContainerResponse answer) {
    Map<String, String> labels = Objects.requireNonNull(answer.getConfig()).getLabels();
    return labels == null ? Map.of() : labels;
  }

  private static long generation(Map<String, String> labels) {
    try {
      return Long.parseLong(labels.getOrDefault(Labels.GENERATION, "0"));
    } catch (NumberFormatException e) {
      return 0; // not a label of ours: older than every generation
    }
  }

  private static boolean runsOnce(InspectContainerResponse answer) {
    HostConfig host = answer.getHostConfig();
    RestartPolicy policy = host == null ? null : host.getRestartPolicy();
    return policy != null && ContainerSpecs.isRunOnce(policy);
  }

  private static String health(@Nullable HealthState health) {
    return health == null ? "none" : text(health.getStatus(), "none");
  }

  private static @Nullable String message(ContainerState state) {
    HealthState health = state.getHealth();
    List<HealthStateLog> log = health == null ? null : health.getLog();
    if (log != null && !log.isEmpty()) {
      return lastLine(log.getLast().getOutput());
    }
    return lastLine(state.getError());
  }

  private static @Nullable String lastLine(@Nullable String output) {
    if (output == null || output.isBlank()) {
      return null;
    }
    String line = output.lines().filter(l -> !l.isBlank()).reduce("", (first, last) -> last);
    return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) : line;
  }

  private static @Nullable Instant startedAt(@Nullable String text) {
    // the engine writes year 1 for "never"
    return text == null || text.isEmpty() || text.startsWith("0001-") ? null : Instant.parse(text);
  }

  private static String text(@Nullable String value, String otherwise) {
    return value == null || value.isEmpty() ? otherwise : value;
  }
}
