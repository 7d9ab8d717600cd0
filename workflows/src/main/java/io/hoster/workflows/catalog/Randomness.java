package io.hoster.workflows.catalog;

/** A source of chance that the caller supplies: code that is replayed must not have its own. */
@FunctionalInterface
public interface Randomness {

  /** A number from 0 to {@code bound - 1}, each as likely as the others and not to be guessed. */
  int nextInt(int bound);
}
