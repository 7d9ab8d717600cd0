package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.catalog.yaml.Outline;
import io.hoster.workflows.catalog.yaml.Part;
import io.hoster.workflows.catalog.yaml.Place;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What would bring a compose file found anywhere nearer to a template: a named volume for a folder
 * of the machine, a variable for a password, a declaration for a variable, the removal of what is
 * refused. Pure, as the compiler is.
 */
public final class Suggestions {

  private static final int MOST = 200;

  private final Outline outline;
  private final FindingSuggestions ofFindings;
  private final Map<String, Suggestion> all = new LinkedHashMap<>();

  private Suggestions(Outline outline, List<Variable> variables, SortedMap<String, String> values) {
    this.outline = outline;
    this.ofFindings = new FindingSuggestions(outline, variables, values);
  }

  /**
   * The suggestions for {@code text}, in its order; none when it cannot be read. Each is of the
   * text as it is: after one was taken, the others are to be asked for again.
   *
   * @param variables what is declared already
   * @param values of variables, also of some that are not declared: those of a {@code .env} file
   */
  public static List<Suggestion> of(
      String text, List<Variable> variables, SortedMap<String, String> values) {
    Optional<Outline> outline = Outline.of(text);
    if (outline.isEmpty()) {
      return List.of();
    }
    Suggestions suggestions = new Suggestions(outline.get(), variables, values);
    suggestions.collect(ComposeCompiler.compile(text, variables, values), variables);
    return suggestions.all.values().stream()
        .sorted(Comparator.comparingInt(Suggestion::line).thenComparingInt(Suggestion::column))
        .limit(MOST)
        .toList();
  }

  private void collect(Compiled compiled, List<Variable> variables) {
    if (compiled instanceof Compiled.Refused refused) {
      refused.findings().forEach(finding -> ofFindings.of(finding).ifPresent(this::add));
    }
    for (SecretSuggestions.Secret secret : SecretSuggestions.of(outline, variables)) {
      Place place = outline.placeOf(secret.first());
      add(
          new Suggestion(
              place.line(),
              place.column(),
              secret.first().path(),
              "Make a secret variable of this value, so that each deployment has its own.",
              secret.edits(),
              List.of(secret.variable())));
    }
    compiled.notices().forEach(notice -> port(notice).ifPresent(this::add));
  }

  private void add(Suggestion suggestion) {
    all.putIfAbsent(suggestion.edits() + " " + suggestion.variables(), suggestion);
  }

  /** The container's side of a port alone, where that is what counts. */
  private Optional<Suggestion> port(Notice notice) {
    if (!notice.path().matches("/services/[^/]+/ports/[0-9]+(/(published|host_ip))?")) {
      return Optional.empty();
    }
    return outline
        .at(new Place(notice.line(), notice.column()), notice.path())
        .flatMap(this::portEdit)
        .map(edit ->
            new Suggestion(
                notice.line(),
                notice.column(),
                notice.path(),
                "Name the container's port alone: the platform gives the node's port.",
                List.of(edit),
                List.of()));
  }

  private Optional<Edit> portEdit(Part part) {
    return part.key().isEmpty()
        ? FindingSuggestions.containerSide(part)
        : Optional.of(Removal.of(outline, part));
  }
}
