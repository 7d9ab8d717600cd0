package io.hoster.workflows.catalog.compose;

/** A number read from a text, or why it is none. */
sealed interface Amount {

  /** In the unit that the reader names. */
  record Of(long value) implements Amount {}

  /** The end of a sentence that begins with the text. */
  record Not(String why) implements Amount {}
}
