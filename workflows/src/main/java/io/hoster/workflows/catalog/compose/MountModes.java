package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import java.util.Optional;

/** The modes after a short volume's second colon. */
final class MountModes {

  private MountModes() {}

  /** Whether they say read-only; nothing when one of them is not allowed. */
  static Optional<Boolean> readOnly(At at, String modes, Findings findings) {
    boolean readOnly = false;
    for (String mode : modes.split(",", -1)) {
      switch (mode) {
        case "ro" -> readOnly = true;
        case "rw", "z", "Z", "cached", "delegated", "consistent" -> {}
        default -> {
          findings.add(
              at,
              Code.INVALID_VALUE,
              at.quoted() + " has a mode that is not offered. Use ro or rw.");
          return Optional.empty();
        }
      }
    }
    return Optional.of(readOnly);
  }
}
