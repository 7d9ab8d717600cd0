package io.hoster.workflows;

/** A process must not start: the message is the one sentence that says why and what to do. */
public final class StartRefusedException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  public StartRefusedException(String sentence) {
    super(sentence);
  }
}
