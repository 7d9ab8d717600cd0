package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.Variable;
import java.util.Comparator;
import java.util.List;

/**
 * A change that brings a file nearer to a template.
 *
 * @param line from 1, where what it is about stands
 * @param column from 1
 * @param path a JSON pointer to it
 * @param message a sentence for people: what the change does
 * @param edits of the text as it was; they do not overlap
 * @param variables to be declared with it
 */
public record Suggestion(
    int line, int column, String path, String message, List<Edit> edits, List<Variable> variables) {

  public Suggestion {
    edits = List.copyOf(edits);
    variables = List.copyOf(variables);
  }

  /** The text with the change; {@code text} is the one that the suggestion was made for. */
  public String applyTo(String text) {
    StringBuilder changed = new StringBuilder(text);
    // From the end on, and of two at one place the later one first: it comes to stand behind.
    edits.reversed().stream()
        .sorted(Comparator.comparingInt(Edit::from).reversed())
        .forEach(edit -> changed.replace(edit.from(), edit.to(), edit.text()));
    return changed.toString();
  }
}
