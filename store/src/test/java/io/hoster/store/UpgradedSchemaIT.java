package io.hoster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an upgrade may do to the schema of an installation, and what it may not. */
class UpgradedSchemaIT {

  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(database.url()));

  @AfterEach
  void close() {
    database.close();
  }

  private void migrateWith(String folder) {
    Migration.flyway(database.url())
        .locations("classpath:db/migration", "classpath:db/" + folder)
        .load()
        .migrate();
  }

  private List<String> tables(String name) {
    return owner
        .sql("select tablename from pg_tables where schemaname = 'public' and tablename = ?")
        .param(name)
        .query(String.class)
        .list();
  }

  @Test
  void aMigrationThatFailsLeavesNothingBehind() {
    assertThatThrownBy(() -> migrateWith("broken")).isInstanceOf(FlywayException.class);
    assertThat(tables("half_made")).isEmpty();
    assertThatCode(() -> Migration.migrate(database.url())).doesNotThrowAnyException();
  }

  @Test
  void theVersionBeforeRunsOnASchemaThatALaterOneExpanded() {
    migrateWith("later");
    assertThatCode(() -> Migration.migrate(database.url())).doesNotThrowAnyException();
  }

  @Test
  void aMigrationThatWasChangedAfterItWasAppliedIsRefused() {
    owner.sql("update flyway_schema_history set checksum = 1 where version = '0001'").update();
    assertThatThrownBy(() -> Migration.migrate(database.url()))
        .isInstanceOf(FlywayValidateException.class)
        .hasMessageContaining("0001");
  }
}
