package io.hoster.ui.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.ui.rest.FakeWorker;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.log.LogTicketKey;
import io.hoster.workflows.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogFollowerTest {

  private static final TenantId TENANT = new TenantId("ten_1");
  private static final DeploymentId DEPLOYMENT = new DeploymentId("dep_1");
  private static final String ONE = FakeWorker.line("2026-01-02T03:00:01Z", "web", "one");
  private static final String TWO = FakeWorker.line("2026-01-02T03:00:02Z", "web", "two");

  private final FakeWorker worker = new FakeWorker();
  private final WorkerLogs source =
      new WorkerLogs(
          () -> List.of("http://127.0.0.1:1", "http://127.0.0.1:" + worker.port()),
          new LogTicketKey(new byte[32]),
          Instant::now);
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    worker.close();
  }

  private LogFollower follow() {
    return new LogFollower(
            source, TENANT, DEPLOYMENT, null, 5, line -> lines.add(line.text()), () -> true)
        .start();
  }

  private String next() throws InterruptedException {
    return lines.poll(10, TimeUnit.SECONDS);
  }

  @Test
  void goesOnAfterALostConnectionWithoutRepeatingALine() throws InterruptedException {
    worker.answers(200, ONE);
    try (LogFollower follower = follow()) {
      assertThat(next()).isEqualTo("one");
      worker.answers(200, ONE + TWO);
      assertThat(next()).isEqualTo("two");
      assertThat(worker.requests().getFirst()).contains("tail=5&follow=true");
      assertThat(worker.requests().getLast()).contains("since=2026-01-02T03%3A00%3A01Z");
    }
    assertThat(lines).isEmpty();
  }

  @Test
  void triesAgainWhileTheWorkerIsAway() throws InterruptedException {
    worker.answers(503, "");
    try (LogFollower follower = follow()) {
      worker.answers(200, ONE);
      assertThat(next()).isEqualTo("one");
    }
  }

  @Test
  void endsWhenTheDeploymentIsGone() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(2);
    try (LogFollower follower =
        new LogFollower(
                source,
                TENANT,
                DEPLOYMENT,
                null,
                5,
                line -> lines.add(line.text()),
                () -> {
                  asked.countDown();
                  return asked.getCount() > 0;
                })
            .start()) {
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(worker.requests()).hasSizeLessThanOrEqualTo(1);
    }
  }
}
