package io.hoster.ui.deployment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hoster.workflows.catalog.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version to which an app can be upgraded, as the API shows it.
 *
 * @param asks names of variables that need a value
 * @param servesMeanwhile whether the version before serves until this one is healthy
 */
public record UpgradeJson(
    String from, String to, List<Change> changes, List<String> asks, boolean servesMeanwhile) {

  /**
   * One difference.
   *
   * @param subject {@code image variable volume price}
   * @param before absent: it is new
   * @param after absent: it is gone
   */
  public record Change(
      String subject,
      String name,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String before,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String after) {}

  static UpgradeJson of(VersionUpgrade upgrade) {
    return new UpgradeJson(
        upgrade.from(),
        upgrade.to(),
        upgrade.changes().stream()
            .map(c -> new Change(c.subject().word(), c.name(), c.before(), c.after()))
            .toList(),
        upgrade.asks().stream().map(Variable::name).toList(),
        upgrade.servesMeanwhile());
  }
}
