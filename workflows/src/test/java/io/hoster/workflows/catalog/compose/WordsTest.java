package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "echo hi|echo/hi",
        "  echo   hi  |echo/hi",
        "echo 'a b'|echo/a b",
        "echo \"a b\"|echo/a b",
        "echo a\\ b|echo/a b",
        "echo 'a\\b'|echo/a\\b",
        "echo \"a\\\"b\"|echo/a\"b",
        "echo \"a\\b\"|echo/a\\b",
        "echo \"\\$x\"|echo/$x",
        "echo 'a'\"b\"c|echo/abc",
        "echo 'a;b&c¦d<e>f'|echo/a;b&c¦d<e>f",
        "echo \\;|echo/;",
        "echo $HOME ~ *|echo/$HOME/~/*",
        "sh -c 'a && b'|sh/-c/a && b",
        "echo \"it's\"|echo/it's",
        "#x y|#x/y"
      })
  void splits(String text, String expected) {
    assertThat(Words.split(text.replace('¦', '|')))
        .isEqualTo(new Words.Split.Into(List.of(expected.replace('¦', '|').split("/"))));
  }

  @Test
  void keepsEmptyWordsAndJoinsLines() {
    assertThat(Words.split("a '' \"\" b"))
        .isEqualTo(new Words.Split.Into(List.of("a", "", "", "b")));
    assertThat(Words.split("a \\\n b\nc\td\r\n"))
        .isEqualTo(new Words.Split.Into(List.of("a", "b", "c", "d")));
    assertThat(Words.split("")).isEqualTo(new Words.Split.Into(List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a; b", "a && b", "a & b", "a | b", "a || b", "a > b", "a < b", "a 2>&1", "$(id)", "(a)",
        "`id`", "a 'b", "a \"b", "a\\"
      })
  void refusesWhatOnlyAShellUnderstands(String text) {
    assertThat(Words.split(text)).isInstanceOf(Words.Split.Not.class);
  }

  @Test
  void aCommandIsAListOrAText() {
    var web =
        Compiling.plain()
            .web("command: nginx -g 'daemon off;'\nentrypoint: ['sh', '-c', 'a && b']");
    assertThat(web.command()).containsExactly("nginx", "-g", "daemon off;");
    assertThat(web.entrypoint()).containsExactly("sh", "-c", "a && b");
    assertThat(Compiling.plain().web("").command()).isNull();
    assertThat(Compiling.plain().web("command:").command()).isNull();
    assertThat(Compiling.plain().web("entrypoint: []").entrypoint()).isEmpty();
  }

  @Test
  void refusesCommandsOfTheWrongShapeOrSize() {
    assertThat(Compiling.plain().webCodes("command: a && b"))
        .containsExactly("INVALID_VALUE /services/web/command");
    assertThat(Compiling.plain().webCodes("command: [sleep, 60]"))
        .containsExactly("SCHEMA /services/web/command/1");
    assertThat(Compiling.plain().webCodes("command: {a: b}"))
        .containsExactly("SCHEMA /services/web/command");
    assertThat(Compiling.plain().webCodes("command: " + "a ".repeat(65)))
        .containsExactly("OVER_LIMIT /services/web/command");
    assertThat(Compiling.plain().webCodes("command: [" + "a".repeat(8193) + "]"))
        .containsExactly("OVER_LIMIT /services/web/command");
  }
}
