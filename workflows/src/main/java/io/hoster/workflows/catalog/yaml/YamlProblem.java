package io.hoster.workflows.catalog.yaml;

/**
 * Why a text could not be read.
 *
 * @param path a JSON pointer to the value concerned; empty when it is the text as a whole
 * @param message a sentence for people
 */
public record YamlProblem(Place place, String path, Reason reason, String message) {

  /** What sort of problem it is. */
  public enum Reason {
    SYNTAX,
    NOT_ALLOWED,
    TOO_LARGE
  }
}
