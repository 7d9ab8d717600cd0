package io.hoster.lab;

/**
 * A command of the lab could not do what it says; the message is one sentence for the person who
 * typed it.
 */
public final class LabFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LabFailure(String sentence) {
    super(sentence);
  }

  public LabFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
