package io.hoster.store.secret;

import io.hoster.workflows.StartRefusedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Which master key a database was begun with; no other one opens what is kept in it. */
public final class InstallationStore {

  private final JdbcClient owner;

  /** {@code url} is the owner's: it is asked before the schema is there. */
  public InstallationStore(String url) {
    this.owner = JdbcClient.create(new DriverManagerDataSource(url));
  }

  /**
   * Asks before anything is changed whether {@code key} is the one.
   *
   * @throws StartRefusedException when it is not
   */
  public void require(MasterKey key) {
    boolean begun =
        owner.sql("select to_regclass('installation') is not null").query(Boolean.class).single();
    if (begun) {
      requireSame(key);
    }
  }

  /**
   * Once the schema is there: a database that has no key yet was begun with {@code key}.
   *
   * @throws StartRefusedException when somebody else was first, with another key
   */
  public void keep(MasterKey key) {
    owner
        .sql("insert into installation (master_key_id) values (?) on conflict do nothing")
        .param(key.id())
        .update();
    requireSame(key);
  }

  private void requireSame(MasterKey key) {
    owner
        .sql("select master_key_id from installation")
        .query(String.class)
        .optional()
        .filter(id -> !id.equals(key.id()))
        .ifPresent(id -> {
          throw new StartRefusedException(
              "The master key is not the one of this database (it is %s, the database was begun with %s): give HOSTER_MASTER_KEY, or the file master.key below HOSTER_HOME, the key of the first start."
                  .formatted(key.id(), id));
        });
  }
}
