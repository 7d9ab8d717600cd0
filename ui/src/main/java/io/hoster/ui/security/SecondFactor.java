package io.hoster.ui.security;

import io.hoster.store.tenant.SecondFactorStore;
import io.hoster.workflows.tenant.UserId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * The second factor: a code from an authenticator app, each used once, or one of ten recovery
 * codes. All calls run inside a transaction of the platform.
 */
@WebRole
@Component
public final class SecondFactor {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 20;
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 10;

  private final SecondFactorStore store;
  private final SecretBox box;
  private final Clock clock;

  SecondFactor(SecondFactorStore store, SecretBox box, Clock clock) {
    this.store = store;
    this.box = box;
    this.clock = clock;
  }

  /**
   * What a user needs to set an authenticator app up; shown once.
   *
   * @param secret base 32
   * @param otpauthUrl the same, for a QR code
   */
  public record Proposal(String secret, String otpauthUrl, List<String> recoveryCodes) {

    @Override
    public String toString() {
      return "Proposal[***]";
    }
  }

  /** Makes a secret that counts once it is confirmed. */
  public Proposal propose(UserId user, String email) {
    String secret = Base32.encode(random(SECRET_BYTES));
    List<String> codes = IntStream.range(0, RECOVERY_CODES).mapToObj(i -> recoveryCode()).toList();
    store.propose(
        user,
        box.seal(context(user), secret),
        codes.stream().map(SecondFactor::normal).map(Tokens::hash).toList());
    return new Proposal(secret, url(secret, email), codes);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static String recoveryCode() {
    return Base32.encode(random(RECOVERY_BYTES))
        .toLowerCase(Locale.ROOT)
        .replaceAll("(.{4})(?=.)", "$1-");
  }

  private static String normal(String code) {
    return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }

  private static String url(String secret, String email) {
    String account = URLEncoder.encode("Hoster:" + email, StandardCharsets.UTF_8);
    return "otpauth://totp/"
        + account.replace("+", "%20")
        + "?secret="
        + secret
        + "&issuer=Hoster&algorithm=SHA1&digits=6&period=30";
  }

  private static String context(UserId user) {
    return "app_user|" + user + "|totp_secret";
  }

  /** Switches the proposed secret on; false when the code is wrong. */
  public boolean confirm(UserId user, String code) {
    boolean right = useCode(user, normal(code));
    if (right) {
      store.confirm(user, clock.instant());
    }
    return right;
  }

  /** Uses a code of the app or a recovery code up; false when it is wrong or was used. */
  public boolean use(UserId user, String code) {
    String normal = normal(code);
    return useCode(user, normal) || store.useCode(user, Tokens.hash(normal), clock.instant());
  }

  private boolean useCode(UserId user, String code) {
    Optional<byte[]> sealed = store.secret(user);
    if (sealed.isEmpty()) {
      return false;
    }
    byte[] secret = Base32.decode(box.open(context(user), sealed.get()));
    OptionalLong step = TotpCodes.match(secret, code, clock.instant());
    return step.isPresent() && store.useStep(user, step.getAsLong());
  }

  /** Takes the second factor away. */
  public void remove(UserId user) {
    store.clear(user);
  }

  public int unusedRecoveryCodes(UserId user) {
    return store.unusedCodes(user);
  }
}
