package io.hoster.activities.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.activities.docker.ContainerEngine;
import io.hoster.activities.docker.TestEngine;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.log.LogTicketKey;
import io.hoster.workflows.log.LogTickets;
import io.hoster.workflows.tenant.TenantId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogStreamIT {

  private static final String TALKS = "echo %s 1; sleep 0.3; echo %s 2; " + TestEngine.FOREVER;
  private static final LogTicketKey KEY = new LogTicketKey(new byte[32]);

  private final TestEngine test = new TestEngine();
  private final ContainerEngine engine = test.engine();
  private final DeploymentId id = test.deployment();
  private final DeploymentLogs logs = new DeploymentLogs(engine);
  private final LogStreams streams = new LogStreams();
  private final LogStreamController controller =
      new LogStreamController(test.engines(), KEY, Instant::now, streams);

  @BeforeEach
  void open() {
    streams.start();
  }

  @AfterEach
  void close() {
    test.close();
  }

  /** Reads until it has seen enough, then goes away. */
  private static final class Reader implements LogSink {

    private final List<LogEntry> lines = new ArrayList<>();
    private final Predicate<List<LogEntry>> isEnough;
    private final Runnable atFirst;
    private boolean began;

    Reader(Runnable atFirst, Predicate<List<LogEntry>> isEnough) {
      this.atFirst = atFirst;
      this.isEnough = isEnough;
    }

    @Override
    public void take(List<LogEntry> next) throws IOException {
      lines.addAll(next);
      if (!began) {
        began = true;
        atFirst.run();
      }
      if (isEnough.test(lines)) {
        throw new IOException("gone");
      }
    }

    List<String> texts() {
      return lines.stream().map(LogEntry::text).toList();
    }
  }

  private void talk(String service) {
    test.start(id, service, TALKS.replace("%s", service), false);
  }

  private void awaitLine(String service, String text) {
    assertThatThrownBy(() ->
            logs.read(
                new LogRequest(id, service, 10, null, true),
                new Reader(() -> {}, lines -> contains(lines, text))))
        .isInstanceOf(IOException.class);
  }

  private static boolean contains(List<LogEntry> lines, String text) {
    return lines.stream().anyMatch(line -> line.text().equals(text));
  }

  @Test
  void thePastOfAllServicesComesInTheOrderOfTime() throws IOException {
    talk("db");
    talk("web");
    awaitLine("db", "db 2");
    awaitLine("web", "web 2");
    Reader all = new Reader(() -> {}, lines -> false);
    logs.read(new LogRequest(id, null, 100, null, false), all);
    assertThat(all.texts()).containsExactlyInAnyOrder("db 1", "db 2", "web 1", "web 2");
    assertThat(all.lines).extracting(LogEntry::at).isSorted();
    Reader some = new Reader(() -> {}, lines -> false);
    logs.read(new LogRequest(id, null, 2, null, false), some);
    assertThat(some.texts()).isEqualTo(all.texts().subList(2, 4));
    Reader one = new Reader(() -> {}, lines -> false);
    logs.read(new LogRequest(id, "db", 100, null, false), one);
    assertThat(one.texts()).containsExactly("db 1", "db 2");
  }

  @Test
  void followingHearsEachLineOnceAndAlsoContainersThatStartLater() {
    talk("db");
    Reader reader = new Reader(() -> talk("web"), lines -> contains(lines, "web 2"));
    assertThatThrownBy(() -> logs.read(new LogRequest(id, null, 100, null, true), reader))
        .isInstanceOf(IOException.class);
    assertThat(reader.texts()).containsOnlyOnce("db 1", "web 1", "web 2");
  }

  @Test
  void followingGoesOnAfterAContainerWasStartedAgain() {
    talk("web");
    awaitLine("web", "web 2");
    Reader reader =
        new Reader(
            () -> {
              engine.stopContainer(test.name(id, "web"), 0);
              engine.startContainer(test.name(id, "web"));
            },
            lines -> lines.size() >= 4);
    assertThatThrownBy(() -> logs.read(new LogRequest(id, null, 100, null, true), reader))
        .isInstanceOf(IOException.class);
    assertThat(reader.texts()).containsExactly("web 1", "web 2", "web 1", "web 2");
  }

  @Test
  void aGoodTicketOpensTheStream() throws Exception {
    talk("web");
    awaitLine("web", "web 2");
    String ticket = LogTickets.issue(KEY, new TenantId("ten_test"), id, Instant.now());
    MockHttpServletResponse response = new MockHttpServletResponse();
    controller.stream(id.value(), null, 1, null, false, "Ticket " + ticket, response);
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContentType()).isEqualTo("application/x-ndjson");
    JsonNode line = JsonMapper.shared().readTree(response.getContentAsString());
    assertThat(line.propertyNames()).containsExactlyInAnyOrder("at", "service", "stream", "text");
    assertThat(line.get("text").stringValue()).isEqualTo("web 2");
    assertThat(Instant.parse(line.get("at").stringValue())).isBefore(Instant.now());
  }

  @Test
  void withoutAGoodTicketThereIsNoStream() {
    String other =
        LogTickets.issue(KEY, new TenantId("ten_1"), new DeploymentId("dep_1"), Instant.now());
    for (String header : new String[] {null, "", "Ticket ", "Ticket x", "Ticket " + other}) {
      MockHttpServletResponse response = new MockHttpServletResponse();
      controller.stream(id.value(), null, 1, null, false, header, response);
      assertThat(response.getStatus()).isEqualTo(401);
      assertThat(response.getContentLength()).isZero();
    }
  }

  @Test
  void anEngineThatIsAwayIsSaidSo() {
    String ticket = LogTickets.issue(KEY, new TenantId("ten_test"), id, Instant.now());
    MockHttpServletResponse response = new MockHttpServletResponse();
    try (var away = test.engines("unix:///nowhere/docker.sock")) {
      new LogStreamController(away, KEY, Instant::now, streams)
          .stream(id.value(), null, 1, null, true, "Ticket " + ticket, response);
    }
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("5");
  }

  @Test
  void aProcessThatGoesDownOpensNoStream() {
    streams.stop();
    String ticket = LogTickets.issue(KEY, new TenantId("ten_test"), id, Instant.now());
    MockHttpServletResponse response = new MockHttpServletResponse();
    controller.stream(id.value(), null, 1, null, true, "Ticket " + ticket, response);
    assertThat(response.getStatus()).isEqualTo(503);
  }
}
