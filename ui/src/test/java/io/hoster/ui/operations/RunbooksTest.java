package io.hoster.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.FailureType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever meets a failure or an alert finds a page about it. */
class RunbooksTest {

  private static final Path RUNBOOKS = Path.of("../docs/runbooks");
  private static final Path INDEX = RUNBOOKS.resolve("README.md");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+\\.md)\\)");

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(RUNBOOKS)) {
      return files.filter(file -> !file.equals(INDEX)).sorted().toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFailureHasItsPage(FailureType type) {
    String name = type.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".md";
    assertThat(RUNBOOKS.resolve(name)).isRegularFile().content().contains("`" + type + "`");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageIsInTheIndexAndSaysWhatWhyAndWhatToDo(Path page) {
    assertThat(links(INDEX)).contains(page.getFileName().toString());
    assertThat(page).content().contains("## What you see", "## Why", "## What to do");
    assertThat(text(page).lines().count()).as("a page that is read in a hurry").isLessThan(60);
  }

  @Test
  void everyLinkLeadsToAPage() throws IOException {
    for (Path page : Stream.concat(Stream.of(INDEX), pages().stream()).toList()) {
      assertThat(links(page))
          .allSatisfy(link -> assertThat(page.resolveSibling(link)).isRegularFile());
    }
  }

  private static List<String> links(Path page) {
    return LINK.matcher(text(page)).results().map(link -> link.group(1)).toList();
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
