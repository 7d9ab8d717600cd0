package io.hoster.lab.images;

import java.nio.file.Path;

/** Files that a build needs besides its own, fetched or made by the host's package clients. */
sealed interface Ingredients
    permits Ingredients.None, GoProgram, CompletedGoProgram, NodeAndNpm, NodeModules, Given {

  /** Puts them into the build's folder. */
  void addTo(Path context);

  /** Everything comes from Debian's packages during the build. */
  record None() implements Ingredients {
    @Override
    public void addTo(Path context) {}
  }
}
