package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import java.util.Optional;

/**
 * The modes after a short volume's second colon.
 *
 * @param noCopy a new volume starts empty
 */
record MountModes(boolean readOnly, boolean noCopy) {

  /** Nothing when one of them is not allowed. */
  static Optional<MountModes> read(At at, String modes, Findings findings) {
    boolean readOnly = false;
    boolean noCopy = false;
    for (String mode : modes.split(",", -1)) {
      switch (mode) {
        case "ro" -> readOnly = true;
        case "nocopy" -> noCopy = true;
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
    return Optional.of(new MountModes(readOnly, noCopy));
  }
}
