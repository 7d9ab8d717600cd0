package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code command} and {@code entrypoint}: a list of words, or a text that is split into them. */
final class Commands {

  private static final int MOST_WORDS = 64;
  private static final int MOST_CHARACTERS = 8 * 1024;

  private Commands() {}

  /** The words under {@code key}; null when the file leaves them to the image. */
  static @Nullable List<String> read(At service, String key, Shapes shapes) {
    Optional<At> at = service.get(key);
    if (at.isEmpty()) {
      return null;
    }
    List<String> words = at.get().isList() ? list(at.get(), shapes) : text(at.get(), shapes);
    checkSize(at.get(), words, shapes.findings());
    return words;
  }

  private static List<String> list(At at, Shapes shapes) {
    List<String> words = new ArrayList<>();
    at.items().forEach(item -> shapes.text(item).ifPresent(words::add));
    return words;
  }

  private static List<String> text(At at, Shapes shapes) {
    return switch (Words.split(shapes.text(at).orElse(""))) {
      case Words.Split.Into into -> into.words();
      case Words.Split.Not not -> {
        shapes.findings().add(at, Code.INVALID_VALUE, at.quoted() + not.why());
        yield List.of();
      }
    };
  }

  private static void checkSize(At at, List<String> words, Findings findings) {
    if (words.size() > MOST_WORDS
        || words.stream().mapToInt(String::length).sum() > MOST_CHARACTERS) {
      findings.add(
          at,
          Code.OVER_LIMIT,
          "A command has at most 64 words and 8,192 characters. Put the rest into the image.");
    }
  }
}
