package io.hoster.workflows.catalog.compose;

/** The sentences about variables that cannot be filled in. */
final class VariableSentences {

  private VariableSentences() {}

  static String undeclared(String name) {
    return ("\"%1$s\" is not a variable of this template. Declare it, or write $$%1$s if the"
            + " container is to read it itself.")
        .formatted(Quoted.shortened(name));
  }

  static String missing(String name, String why) {
    return "The variable \"%s\" has no value%s. Give it one."
        .formatted(Quoted.shortened(name), why.isBlank() ? "" : " (" + Quoted.shortened(why) + ")");
  }
}
