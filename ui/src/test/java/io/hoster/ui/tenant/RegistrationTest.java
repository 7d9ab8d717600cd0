package io.hoster.ui.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hoster.ui.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest {

  @Test
  void blanksAroundNameAndAddressMeanNothing() {
    assertThat(Registration.of(" Ada ", " ada@acme.test ", People.PASSWORD))
        .isEqualTo(new Registration("Ada", "ada@acme.test", People.PASSWORD));
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    Problem problem =
        catchThrowableOfType(Problem.class, () -> Registration.of(null, "x", "short"));
    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.fields())
        .extracting(Problem.FieldProblem::pointer)
        .containsExactly("/name", "/email", "/password");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@localhost",
        "ada+test@acme.example",
        "a.b@sub.acme.example",
        "o'hara@acme.example"
      })
  void takesAddresses(String email) {
    assertThat(Registration.email(email)).isEqualTo(email);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@acme.test",
        "ada@",
        "ada@acme..test",
        "ada@-acme.test",
        "a da@acme.test",
        "ada@acme.test, eve@acme.test",
        "ada@acme.test\r\nBcc: eve@acme.test",
        "<ada@acme.test>"
      })
  void refusesWhatIsNoAddress(String email) {
    assertThat(catchThrowableOfType(Problem.class, () -> Registration.email(email))).isNotNull();
  }

  @Test
  void aNameIsOneLine() {
    assertThat(catchThrowableOfType(Problem.class, () -> Registration.name("Ada\nBcc: x")))
        .isNotNull();
  }
}
