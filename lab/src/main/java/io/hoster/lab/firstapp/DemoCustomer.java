package io.hoster.lab.firstapp;

import io.hoster.lab.LabFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who the demo customer is, remembered in {@code HOSTER_HOME/first-app.json} (0600).
 *
 * @param idempotencyKey of the one deployment that this customer asks for
 * @param deploymentId once it was accepted
 */
record DemoCustomer(
    String name,
    String email,
    String password,
    String idempotencyKey,
    @Nullable String deploymentId) {

  private static final JsonMapper json = JsonMapper.builder().build();
  private static final int PASSWORD_BYTES = 18;

  static DemoCustomer create() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return new DemoCustomer(
        "Demo customer",
        "demo@hoster.example",
        Base64.getUrlEncoder().withoutPadding().encodeToString(random),
        UUID.randomUUID().toString(),
        null);
  }

  static Optional<DemoCustomer> remembered(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(json.readValue(Files.readAllBytes(file), DemoCustomer.class))
          : Optional.empty();
    } catch (IOException | JacksonException unreadable) {
      throw new LabFailure(
          "The demo customer in " + file + " cannot be read; delete the file to start anew.",
          unreadable);
    }
  }

  /** On disk, readable by its owner only, before anything is asked of the product. */
  DemoCustomer remember(Path file) {
    try {
      Path draft =
          Files.createTempFile(Files.createDirectories(file.getParent()), "first-app", ".json");
      Files.write(draft, json.writeValueAsBytes(this));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      return this;
    } catch (IOException refused) {
      throw new LabFailure("The demo customer cannot be remembered in " + file + ".", refused);
    }
  }

  DemoCustomer withDeployment(String id) {
    return new DemoCustomer(name, email, password, idempotencyKey, id);
  }

  /** For a deployment after the first one is gone: a used key would answer with the first. */
  DemoCustomer withoutDeployment() {
    return new DemoCustomer(name, email, password, UUID.randomUUID().toString(), null);
  }
}
