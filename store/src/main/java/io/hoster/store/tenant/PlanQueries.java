package io.hoster.store.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plans that can be had. */
@Component
public final class PlanQueries {

  private static final String SELECT =
      """
      select id, name, price_month_minor, price_year_minor, currency, sites, apis, databases,
             storage_bytes, bandwidth_bytes, nano_cpus, memory_bytes, own_domains
      from plan
      """;

  private final JdbcClient jdbc;

  PlanQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All plans, the smallest first. */
  public List<Plan> all() {
    return jdbc.sql(SELECT + "order by position").query((row, n) -> plan(row)).list();
  }

  public Optional<Plan> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query((row, n) -> plan(row)).optional();
  }

  private static Plan plan(ResultSet row) throws SQLException {
    return new Plan(
        row.getString("id"),
        row.getString("name"),
        row.getLong("price_month_minor"),
        row.getLong("price_year_minor"),
        row.getString("currency"),
        row.getInt("sites"),
        row.getInt("apis"),
        row.getInt("databases"),
        row.getLong("storage_bytes"),
        row.getLong("bandwidth_bytes"),
        row.getLong("nano_cpus"),
        row.getLong("memory_bytes"),
        row.getBoolean("own_domains"));
  }
}
