package io.hoster.activities.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Three ways to one engine, because the transport's time-out holds for every silence of a
 * connection: {@code quick} for questions, {@code patient} for what the engine works on before it
 * answers (a stop waits up to 120 s), {@code streams} for what may stay silent for hours and is
 * bounded by its reader.
 */
record DockerClients(
    DockerClient quick, DockerClient patient, DockerClient streams, DockerHttpClient raw)
    implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration QUICK = Duration.ofSeconds(30);
  private static final Duration PATIENT = Duration.ofSeconds(180);
  private static final int CONNECTIONS = 64;

  static DockerClients of(String host) {
    DockerClientConfig config =
        DefaultDockerClientConfig.createDefaultConfigBuilder()
            .withDockerHost(host)
            .withDockerTlsVerify(false)
            .build();
    DockerHttpClient quick = http(config, QUICK);
    return new DockerClients(
        DockerClientImpl.getInstance(config, quick),
        DockerClientImpl.getInstance(config, http(config, PATIENT)),
        DockerClientImpl.getInstance(config, http(config, null)),
        quick);
  }

  private static DockerHttpClient http(DockerClientConfig config, @Nullable Duration silence) {
    return new ZerodepDockerHttpClient.Builder()
        .dockerHost(config.getDockerHost())
        .maxConnections(CONNECTIONS)
        .connectionTimeout(CONNECT)
        .responseTimeout(silence)
        .build();
  }

  @Override
  public void close() {
    try {
      quick.close();
      patient.close();
      streams.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
