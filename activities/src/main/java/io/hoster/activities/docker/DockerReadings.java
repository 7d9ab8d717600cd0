package io.hoster.activities.docker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.MemoryStatsConfig;
import com.github.dockerjava.api.model.StatisticNetworksConfig;
import com.github.dockerjava.api.model.Statistics;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.hoster.activities.docker.ContainerEngine.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads counters once. docker-java cannot say {@code one-shot}, without which the engine waits two
 * seconds for a second reading; hence the plain request.
 */
final class DockerReadings {

  private static final ObjectMapper MAPPER = DockerClientConfig.getDefaultObjectMapper();

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]+");

  private final DockerHttpClient http;

  DockerReadings(DockerHttpClient http) {
    this.http = http;
  }

  Optional<Reading> of(String name) {
    return DockerFailures.calling("reading the counters of container " + name, () -> read(name));
  }

  private Optional<Reading> read(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty(); // no container can have that name
    }
    Request request =
        Request.builder()
            .method(Request.Method.GET)
            .path("/containers/" + name + "/stats?stream=false&one-shot=true")
            .build();
    try (Response response = http.execute(request)) {
      return switch (response.getStatusCode()) {
        case 200 -> reading(MAPPER.readValue(response.getBody(), Statistics.class));
        case 404, 409 -> Optional.empty();
        default ->
            throw new EngineException(
                DockerFailures.of(response.getStatusCode(), ""),
                "The engine refused the counters of %s: %d"
                    .formatted(name, response.getStatusCode()),
                null);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A container that does not run has counters without a time. */
  static Optional<Reading> reading(Statistics statistics) {
    String read = statistics.getRead();
    if (read == null
        || read.startsWith("0001-")
        || statistics.getCpuStats() == null
        || statistics.getCpuStats().getCpuUsage() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Reading(
            Instant.parse(read),
            number(statistics.getCpuStats().getCpuUsage().getTotalUsage()),
            memory(statistics.getMemoryStats()),
            network(statistics, StatisticNetworksConfig::getRxBytes),
            network(statistics, StatisticNetworksConfig::getTxBytes)));
  }

  /**
   * Without the cache of files, as {@code docker stats} counts: cgroup 1 and 2 name it differently.
   */
  private static long memory(@Nullable MemoryStatsConfig memory) {
    if (memory == null) {
      return 0;
    }
    long cache = 0;
    if (memory.getStats() != null) {
      Long v1 = memory.getStats().getTotalInactiveFile();
      cache = v1 != null ? v1 : number(memory.getStats().getInactiveFile());
    }
    return Math.max(0, number(memory.getUsage()) - cache);
  }

  private static long network(
      Statistics statistics, Function<StatisticNetworksConfig, @Nullable Long> counter) {
    if (statistics.getNetworks() == null) {
      return 0;
    }
    Collection<StatisticNetworksConfig> networks = statistics.getNetworks().values();
    return networks.stream().mapToLong(n -> number(counter.apply(n))).sum();
  }

  private static long number(@Nullable Long value) {
    return value == null ? 0 : value;
  }
}
