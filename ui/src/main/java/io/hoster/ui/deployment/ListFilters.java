package io.hoster.ui.deployment;

import io.hoster.store.deployment.DeploymentQueries.Filter;
import io.hoster.ui.Problem;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.deployment.DeploymentStatus;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what a list of deployments is narrowed to from an address. */
final class ListFilters {

  private static final List<String> STATUSES =
      Arrays.stream(DeploymentStatus.values()).map(DeploymentStatus::word).toList();
  private static final List<String> KINDS =
      Arrays.stream(Kind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();

  private ListFilters() {}

  /**
   * @param statuses words with commas between them; empty: all
   * @param kind empty: all
   * @throws Problem 422 for a word that is no status or no kind
   */
  static Filter of(String statuses, String kind, String text) {
    Set<String> wanted = new LinkedHashSet<>();
    for (String word : statuses.split(",")) {
      if (!word.isBlank()) {
        wanted.add(require(STATUSES, word.strip(), "/status", "status"));
      }
    }
    return new Filter(
        wanted, text.strip(), kind.isBlank() ? "" : require(KINDS, kind.strip(), "/kind", "kind"));
  }

  private static String require(List<String> known, String word, String pointer, String what) {
    if (!known.contains(word)) {
      throw Problem.invalid(
          pointer, "The " + what + " is one of " + String.join(", ", known) + ".");
    }
    return word;
  }
}
