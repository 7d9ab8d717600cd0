package io.hoster.ui.tenant;

import io.hoster.ui.Problem;
import io.hoster.ui.Problem.FieldProblem;
import io.hoster.ui.security.PasswordRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who wants an account: checked, and trimmed where blanks mean nothing. */
public record Registration(String name, String email, String password) {

  /** As HTML's input type email has it, and no longer than mail allows. */
  private static final Pattern EMAIL =
      Pattern.compile(
          "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
              + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_NAME = 100;

  /**
   * Checks what somebody typed.
   *
   * @throws Problem 422 {@code invalid} with all that is wrong
   */
  public static Registration of(
      @Nullable String name, @Nullable String email, @Nullable String password) {
    List<FieldProblem> wrong = new ArrayList<>();
    String cleanName = orProblem("/name", name, nameObjection(name), wrong).strip();
    String cleanEmail = orProblem("/email", email, emailObjection(email), wrong).strip();
    String kept =
        orProblem("/password", password, passwordObjection(password, cleanName, cleanEmail), wrong);
    if (!wrong.isEmpty()) {
      throw Problem.invalid(wrong);
    }
    return new Registration(cleanName, cleanEmail, kept);
  }

  private static String orProblem(
      String pointer,
      @Nullable String value,
      Optional<String> objection,
      List<FieldProblem> wrong) {
    if (value == null) {
      wrong.add(new FieldProblem(pointer, "missing", "This field is missing."));
      return "";
    }
    objection.ifPresent(o -> wrong.add(new FieldProblem(pointer, "invalid", o)));
    return value;
  }

  /** A name that may be stored; throws 422. */
  static String name(@Nullable String name) {
    List<FieldProblem> wrong = new ArrayList<>();
    String kept = orProblem("/name", name, nameObjection(name), wrong).strip();
    if (!wrong.isEmpty()) {
      throw Problem.invalid(wrong);
    }
    return kept;
  }

  /** An address that mail can be sent to; throws 422. */
  static String email(@Nullable String email) {
    List<FieldProblem> wrong = new ArrayList<>();
    String kept = orProblem("/email", email, emailObjection(email), wrong).strip();
    if (!wrong.isEmpty()) {
      throw Problem.invalid(wrong);
    }
    return kept;
  }

  /** A password that is good enough; throws 422. */
  static String password(@Nullable String password, String name, String email) {
    List<FieldProblem> wrong = new ArrayList<>();
    String kept = orProblem("/password", password, passwordObjection(password, name, email), wrong);
    if (!wrong.isEmpty()) {
      throw Problem.invalid(wrong);
    }
    return kept;
  }

  private static Optional<String> nameObjection(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return Optional.of("A name is missing.");
    }
    if (name.strip().length() > LONGEST_NAME) {
      return Optional.of("A name has at most " + LONGEST_NAME + " characters.");
    }
    return name.codePoints().anyMatch(Character::isISOControl)
        ? Optional.of("A name is one line of text.")
        : Optional.empty();
  }

  private static Optional<String> emailObjection(@Nullable String email) {
    boolean right =
        email != null && email.length() <= LONGEST_EMAIL && EMAIL.matcher(email.strip()).matches();
    return right ? Optional.empty() : Optional.of("This is not an e-mail address.");
  }

  private static Optional<String> passwordObjection(
      @Nullable String password, String name, String email) {
    return password == null
        ? Optional.of("A password is missing.")
        : PasswordRules.objection(password, List.of(name, email, "hoster"));
  }

  /** How an address is compared: in lower case. */
  static String key(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "Registration[" + email + "]";
  }
}
