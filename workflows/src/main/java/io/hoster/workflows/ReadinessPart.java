package io.hoster.workflows;

/**
 * A part that this process needs before it can do its work. Every bean of this type is asked for
 * {@code /health/ready}.
 */
public interface ReadinessPart {

  /** What an operator calls it, such as {@code database}. */
  String name();

  /** Whether it answers now. May take a second; must not throw. */
  boolean ready();
}
