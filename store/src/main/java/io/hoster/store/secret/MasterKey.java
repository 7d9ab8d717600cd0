package io.hoster.store.secret;

import io.hoster.workflows.StartRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** The key that all others hang from. Keys for other ends are derived and never equal it. */
public final class MasterKey {

  private static final int BYTES = 32;

  private final byte[] key;

  private MasterKey(byte[] key) {
    this.key = key;
  }

  /**
   * The key of the settings, else of the key file, which is made with mode 0600 where there is
   * none.
   *
   * @throws StartRefusedException when the key is missing in production or is none
   */
  public static MasterKey load(SecretSettings settings) {
    String given = settings.masterKey();
    if (given != null && !given.isBlank()) {
      return parse(given.strip(), "HOSTER_MASTER_KEY");
    }
    Path file = settings.home().resolve("master.key");
    try {
      if (!Files.exists(file)) {
        if ("production".equals(settings.env())) {
          throw new StartRefusedException(
              "HOSTER_MASTER_KEY is missing: set it to 64 hexadecimal digits, kept apart from the backups.");
        }
        make(file);
      }
      return parse(Files.readString(file).strip(), file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make(Path file) throws IOException {
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (var out =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      out.write(StandardCharsets.US_ASCII.encode(HexFormat.of().formatHex(fresh) + "\n"));
    } catch (FileAlreadyExistsException e) {
      return; // another process of this installation was first: its key counts
    }
  }

  private static MasterKey parse(String hex, String where) {
    if (!hex.matches("[0-9a-fA-F]{%d}".formatted(2 * BYTES))) {
      throw new StartRefusedException(
          where + " must hold 64 hexadecimal digits: give it the key of this installation.");
    }
    return new MasterKey(HexFormat.of().parseHex(hex));
  }

  /** What rows say which key wrapped them. */
  public String id() {
    return HexFormat.of().formatHex(derive("key id"), 0, 4);
  }

  /** 32 bytes for one purpose; the same each time. */
  public byte[] derive(String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(key)
                  .thenExpand(("hoster " + purpose).getBytes(StandardCharsets.UTF_8), BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "MasterKey[***]";
  }
}
