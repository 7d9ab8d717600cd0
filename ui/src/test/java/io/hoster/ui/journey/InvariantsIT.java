package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hoster.workflows.Payloads;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The check that every fault test ends with sees each thing that it is there to see. */
@ExtendWith(Installed.class)
class InvariantsIT {

  private static Customer customer;
  private static Subject app;
  private static Subject gone;

  private final Installation installation;
  private final Invariants invariants;
  private final String secret;

  InvariantsIT(Installation installation) {
    this.installation = installation;
    this.invariants = installation.invariants();
    this.secret = installation.secrets().fresh();
  }

  @BeforeAll
  static void anAppThatRunsAndOneThatIsGone(Installation installation) {
    installation.startWhatIsDown();
    customer = new Customer(installation);
    app = customer.running(App.STATIC_SITE);
    gone = customer.stopped(App.STATIC_SITE);
    customer.remove(gone);
    installation.invariants().hold();
  }

  /** What was planted stays where histories cannot be unwritten. */
  @AfterEach
  void forgetTheSecret() {
    installation.secrets().forget(secret);
  }

  @AfterAll
  static void withoutAnyOfItAllIsWell(Installation installation) {
    customer.remove(app);
    installation.invariants().hold();
  }

  /** In a transaction that nobody else sees and that is undone. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update deployment set status = 'starting' where id = :app | is starting",
        "update deployment set status = 'failed' where id = :app | is failed and waits for nobody",
        "update deployment set deleted_at = now() where id = :app | is on the engine and not in the rows",
        "update deployment set deleted_at = null, host = 'x' where id = :gone | is in the rows and not in Temporal",
        "update operation set status = 'running' where subject_id = :app | is running",
        "update operation set status = 'waiting_for_person' where subject_id = :app | and nobody was told",
        "update operation set finished_at = null where subject_id = :app | since no time",
        "update operation set status = 'rolled_back' where subject_id = :app | was not undone",
        "update operation_step set status = 'failed' where subject_id = :app | is failed, its operation succeeded",
        "update command set applied_at = null, outcome = null where subject_id = :app | was not taken up",
        "update deployment_service set container_name = 'x' where deployment_id = :app | is in the rows and not on the engine",
        "update port_lease set port = 9 where deployment_id = :app | is in the rows and not on the engine",
        "update port_lease set deployment_id = :gone where deployment_id = :app | is kept, and the app is gone",
        "update subnet_lease set deployment_id = :gone where deployment_id = :app | is kept, and the app is gone",
        "update ledger set kind = 'volume' where subject_id = :app and kind = 'network' | is in the rows and not on the engine",
        "update route set state = 'stopped' where deployment_id = :app | the edge answers 200",
        "update route set host = 'x.apps.localhost' where deployment_id = :app | is in the rows and not at the edge",
        "insert into sample values ((select tenant_id from deployment where id = :gone), :gone, 'web', now() + interval '1 hour', 0, 0, 0, 0) | and it was gone",
        "insert into traffic values ((select tenant_id from deployment where id = :app), :app, date_trunc('minute', now()) - interval '1 day', 3, 0, 0, 0, 0, 0) | is 3 requests by the minute and 0 by the hour"
      })
  void aRowThatLies(String lie, String told) throws SQLException {
    try (Lie rows = new Lie(installation)) {
      rows.tell(lie, Map.of("app", app.id(), "gone", gone.id()));
      assertThat(rows.invariants().disagreements()).anyMatch(sentence -> sentence.contains(told));
    }
    assertThat(invariants.disagreements()).isEmpty();
  }

  @Test
  void anObjectOnTheEngineThatNoRowKnows() {
    try (World.Stray _ = installation.world().stray("dep_nobody")) {
      assertThat(invariants.disagreements())
          .singleElement()
          .asString()
          .startsWith("dep_nobody volume ")
          .endsWith(" is on the engine and not in the rows");
    }
    invariants.hold();
  }

  @Test
  void aWorkflowThatNoRowKnows() {
    WorkflowStub planted = planted("deployment/dep_nobody", DefaultDataConverter.STANDARD_INSTANCE);
    planted.start();
    try {
      await()
          .untilAsserted(() ->
              assertThat(invariants.disagreements())
                  .containsExactly("deployment/dep_nobody is in Temporal and not in the rows"));
    } finally {
      planted.terminate("it was planted");
    }
    invariants.hold();
  }

  @Test
  void aSecretInALog() throws IOException {
    Path log = installation.logs().resolve("planted.log");
    Files.writeString(log, "Signed in with " + secret + " and hst_0123456789abcdefghij0123.\n");
    assertThat(invariants.leaks())
        .containsExactly(
            "planted.log gives away " + secret,
            "planted.log gives away hst_0123456789abcdefghij0123");
    Files.delete(log);
  }

  @Test
  void aSecretInAnAnswer() {
    String address = secret + "@example.com";
    customer.api().post("/api/v1/invitations", Map.of("email", address, "role", "member"));
    assertThat(invariants.leaks())
        .contains("the answer to POST /api/v1/invitations gives away " + secret);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSecretInAHistory(boolean encrypted) {
    WorkflowStub planted =
        planted(
            "planted/" + encrypted,
            encrypted
                ? Payloads.encrypted(installation.histories().cipher())
                : DefaultDataConverter.STANDARD_INSTANCE);
    planted.start("Its password is " + secret);
    try {
      await()
          .untilAsserted(() ->
              assertThat(invariants.leaks())
                  .contains("the history of planted/" + encrypted + " gives away " + secret));
    } finally {
      planted.terminate("it was planted");
    }
  }

  @Test
  void aSecretInARow() throws SQLException {
    try (Lie lie = new Lie(installation)) {
      lie.tell(
          "update tenant set name = :secret where id = :id",
          Map.of("secret", secret, "id", customer.tenant()));
      assertThat(lie.invariants().leaks()).containsExactly("a row of tenant gives away a secret");
    }
  }

  /** Nobody works for it: it stands until it is terminated. */
  private WorkflowStub planted(String id, DataConverter converter) {
    return WorkflowClient.newInstance(
            installation.histories().stubs(),
            WorkflowClientOptions.newBuilder()
                .setNamespace(Histories.NAMESPACE)
                .setDataConverter(converter)
                .build())
        .newUntypedWorkflowStub(
            "Planted",
            WorkflowOptions.newBuilder().setWorkflowId(id).setTaskQueue("nobody").build());
  }

  /** A change of rows that nobody else sees, and that is undone. */
  private static final class Lie implements AutoCloseable {

    private final Installation installation;
    private final Connection connection;
    private final JdbcClient jdbc;

    Lie(Installation installation) throws SQLException {
      this.installation = installation;
      this.connection = DriverManager.getConnection(installation.databaseUrl());
      this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      connection.setAutoCommit(false);
    }

    void tell(String sql, Map<String, String> params) {
      assertThat(jdbc.sql(sql).params(params).update()).isPositive();
    }

    /** As they are to whom the lie is told. */
    Invariants invariants() {
      return new Invariants(installation, new AllRows(jdbc), installation.histories());
    }

    @Override
    public void close() throws SQLException {
      connection.rollback();
      connection.close();
    }
  }
}
