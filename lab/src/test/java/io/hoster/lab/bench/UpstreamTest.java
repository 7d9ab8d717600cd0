package io.hoster.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.lab.LabFailure;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The two ends of a measurement, without a product between them. */
class UpstreamTest {

  private static final Duration SHORT = Duration.ofMillis(100);

  private final Upstream upstream = Upstream.start();

  @AfterEach
  void close() {
    upstream.close();
  }

  @Test
  void answersAgainAndAgainOnOneConnection() throws Exception {
    try (Wire wire = Wire.to(upstream.port())) {
      for (int i = 0; i < 3; i++) {
        Answer answer = wire.exchange(Wire.get("/", "a.example"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("Hello, world\n");
        assertThat(answer.closes()).isFalse();
      }
    }
  }

  @Test
  void closedLoopCountsWhatWasAnswered() {
    assertThat(new ClosedLoop(upstream.port(), "a.example", 2).perSecond(SHORT)).isPositive();
  }

  @Test
  void closedLoopFailsWhereNothingAnswers() throws Exception {
    assertThatThrownBy(() -> new ClosedLoop(unusedPort(), "a.example", 2).perSecond(SHORT))
        .isInstanceOf(LabFailure.class);
  }

  @Test
  void openLoopSendsAllThatIsDue() {
    OpenLoop load = new OpenLoop(upstream.port(), List.of(Wire.get("/", "a.example")), 200);

    OpenLoop.Outcome outcome = load.run(SHORT);

    assertThat(outcome.millis().count()).isEqualTo(20);
    assertThat(outcome.errors()).isZero();
  }

  @Test
  void openLoopCountsErrors() throws Exception {
    OpenLoop load = new OpenLoop(unusedPort(), List.of(Wire.get("/", "a.example")), 200);

    assertThat(load.run(SHORT).errors()).isEqualTo(20);
  }

  @Test
  void socketsCarryFramesUntilTheyAreDropped() {
    try (OpenSockets sockets = OpenSockets.through(upstream.port(), "a.example", 3)) {
      sockets.ask();
      sockets.ask();

      assertThat(sockets.dropped()).isZero();
    }
  }

  @Test
  void tellsASocketThatWasDropped() throws Exception {
    try (OneShotEcho server = new OneShotEcho();
        OpenSockets sockets = OpenSockets.through(server.port(), "a.example", 1)) {
      sockets.ask();
      sockets.ask();

      assertThat(sockets.dropped()).isEqualTo(1);
    }
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Accepts a WebSocket and ends it at once. */
  private record OneShotEcho(ServerSocket server) implements AutoCloseable {

    OneShotEcho() throws IOException {
      this(new ServerSocket(0));
      Thread.ofVirtual().start(this::serve);
    }

    int port() {
      return server.getLocalPort();
    }

    private void serve() {
      try (var socket = server.accept()) {
        socket.getInputStream().read(new byte[1_000]);
        socket.getOutputStream().write(WebSocketFrames.accepted("a2V5"));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
