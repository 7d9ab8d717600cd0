package io.hoster.ui.journey;

/** What only the working software of an entry of the catalog answers. */
sealed interface Question {

  /** Asked of a deployment; it fails when the answer is not what it must be. */
  non-sealed interface Asked extends Question {
    void ask(Deployed app) throws Exception;
  }

  /**
   * The software cannot be had here: the entry is compiled only.
   *
   * @param reason a sentence
   */
  record NotRunHere(String reason) implements Question {}
}
