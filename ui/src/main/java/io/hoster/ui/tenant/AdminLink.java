package io.hoster.ui.tenant;

import io.hoster.ui.security.WebRole;
import io.hoster.ui.security.WebSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The file {@code run/admin-link} with the one-time link of the first administrator: for the user
 * of this process only.
 */
@WebRole
@Component
final class AdminLink {

  private static final String START = "/setup?token=";

  private final WebSettings settings;
  private final Path file;

  AdminLink(WebSettings settings) {
    this.settings = settings;
    this.file = settings.home().resolve("run").resolve("admin-link");
  }

  /** The token of the link that is there; empty: none. */
  Optional<String> token() {
    try {
      String link = Files.readString(file).strip();
      int at = link.indexOf(START);
      return at < 0 ? Optional.empty() : Optional.of(link.substring(at + START.length()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the link and returns it. */
  String write(String token) {
    String link = settings.link(START + token);
    try {
      Files.createDirectories(file.getParent());
      Path fresh =
          Files.createTempFile(
              file.getParent(),
              "admin-link",
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, link + "\n");
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return link;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the file away. */
  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
