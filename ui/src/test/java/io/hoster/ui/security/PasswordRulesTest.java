package io.hoster.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  private static final List<String> ABOUT = List.of("Ada Lovelace", "ada@acme.example");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "12345678901",
        "password1234",
        "qwertyuiop123",
        "aaaaaaaaaaaaaaaa",
        "adalovelace1",
        "123456789012"
      })
  void refusesWhatIsShortOrGuessedFirst(String password) {
    assertThat(PasswordRules.objection(password, ABOUT)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quiet otters paint 7 barns",
        "correct horse battery staple",
        "Tr0ub4dor&3xyz!",
        "hoster-demo-1234",
        "hoster-check-password-1",
        "Sup3r-Secret-Passw0rd",
        "Str0ng-Passw0rd!"
      })
  void takesWhatIsLongEnough(String password) {
    assertThat(PasswordRules.objection(password, ABOUT)).isEmpty();
  }

  @Test
  void takesAThousandCharactersAndNoMore() {
    String phrase = "a stone, a leaf, an unfound door; ".repeat(40);
    assertThat(PasswordRules.objection(phrase.substring(0, 1024), ABOUT)).isEmpty();
    assertThat(PasswordRules.objection(phrase.substring(0, 1025), ABOUT)).isPresent();
  }
}
