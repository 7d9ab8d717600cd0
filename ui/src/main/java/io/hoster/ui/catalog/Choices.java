package io.hoster.ui.catalog;

import io.hoster.store.catalog.TemplateSearchQueries.Price;
import io.hoster.store.catalog.TemplateSearchQueries.Sort;
import io.hoster.ui.Problem;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words that a list of templates can be narrowed and sorted by. */
final class Choices {

  private Choices() {}

  static @Nullable Kind kind(String word) {
    return word.isBlank() ? null : one("/kind", "kind", Kind.values(), word);
  }

  static @Nullable Price price(String word) {
    return word.isBlank() ? null : one("/price", "price", Price.values(), word);
  }

  static Sort sort(String word) {
    return one("/sort", "order", Sort.values(), word);
  }

  private static <E extends Enum<E>> E one(String pointer, String noun, E[] all, String word) {
    return Arrays.stream(all)
        .filter(each -> word(each).equals(word.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            Problem.invalid(pointer, "The " + noun + " is one of " + words(List.of(all)) + "."));
  }

  private static String words(List<? extends Enum<?>> all) {
    return all.stream().map(Choices::word).collect(Collectors.joining(", "));
  }

  private static String word(Enum<?> label) {
    return label.name().toLowerCase(Locale.ROOT);
  }
}
