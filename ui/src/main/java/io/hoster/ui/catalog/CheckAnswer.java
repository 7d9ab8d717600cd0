package io.hoster.ui.catalog;

import io.hoster.workflows.catalog.compose.Edit;
import io.hoster.workflows.catalog.compose.Finding;
import io.hoster.workflows.catalog.compose.Notice;
import io.hoster.workflows.catalog.compose.Suggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler made of a file.
 *
 * @param errors in the file's order; empty when it is good
 * @param variables those declared, then those that the file uses without declaring them
 * @param plan null when it is not good
 * @param notices what is made in another way than the file says
 * @param suggestions changes of the text, by offsets of characters, that bring it nearer to a
 *     template, with the variables to declare for each
 */
public record CheckAnswer(
    boolean ok,
    List<Finding> errors,
    List<VariableJson> variables,
    @Nullable PlanJson plan,
    List<Notice> notices,
    List<SuggestionJson> suggestions) {

  /** A change that brings the file nearer to a template. */
  public record SuggestionJson(
      int line,
      int column,
      String path,
      String message,
      List<Edit> edits,
      List<VariableJson> variables) {

    static SuggestionJson of(Suggestion suggestion) {
      return new SuggestionJson(
          suggestion.line(),
          suggestion.column(),
          suggestion.path(),
          suggestion.message(),
          suggestion.edits(),
          suggestion.variables().stream().map(VariableJson::of).toList());
    }
  }
}
