package io.hoster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hoster.store.secret.MasterKey;
import io.hoster.store.secret.SecretSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MigrationIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String url = TestDatabase.empty();
  private final JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(url));
  private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();

  private Migration instance(String digit) {
    MasterKey key =
        MasterKey.load(new SecretSettings(digit.repeat(64), Path.of("nowhere"), "production"));
    return new Migration(new DatabaseSettings(url), key, events::add);
  }

  private List<String> applied() {
    return owner
        .sql("select version || ' ' || success from flyway_schema_history order by installed_rank")
        .query(String.class)
        .list();
  }

  @RepeatedTest(3)
  void severalInstancesAtOnceBringAnEmptyDatabaseUpOnce() {
    List<Migration> instances = Stream.of("1", "1", "1", "1").map(this::instance).toList();
    instances.forEach(Migration::start);
    instances.forEach(i -> await().atMost(PATIENCE).until(i::isDone));
    assertThat(applied())
        .hasSizeGreaterThan(15)
        .doesNotHaveDuplicates()
        .allMatch(line -> line.endsWith(" true"));
    assertThat(events).isEmpty();
  }

  @Test
  void aDatabaseThatWasBegunWithAnotherKeyIsLeftAsItIs() throws InterruptedException {
    Migration first = instance("1");
    first.start();
    await().atMost(PATIENCE).until(first::isDone);
    owner.sql("delete from flyway_schema_history where version = '0001'").update();
    List<String> before = applied();
    Migration wrong = instance("2");
    wrong.start();
    assertThat(events.poll(60, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            Migration.Refused.class,
            refused -> assertThat(refused.sentence()).contains("is not the one of this database"));
    assertThat(wrong.isDone()).isFalse();
    assertThat(applied()).isEqualTo(before);
  }

  @Test
  void ofTwoFirstStartsWithDifferentKeysOneIsRefused() throws InterruptedException {
    List<Migration> instances = List.of(instance("1"), instance("2"));
    instances.forEach(Migration::start);
    assertThat(events.poll(60, TimeUnit.SECONDS)).isInstanceOf(Migration.Refused.class);
    await().atMost(PATIENCE).until(() -> instances.stream().anyMatch(Migration::isDone));
    assertThat(instances.stream().filter(Migration::isDone)).hasSize(1);
  }
}
