package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.yaml.Outline;
import io.hoster.workflows.catalog.yaml.Part;
import java.util.Optional;

/** Takes a part out of a text, with its lines where it has lines of its own. */
final class Removal {

  private Removal() {}

  /** An only child goes with its parent, up to what a service or a declaration holds. */
  static Edit of(Outline outline, Part part) {
    Optional<Part> parent = part.parent();
    if (parent.isPresent()
        && parent.get().children().size() == 1
        && depth(parent.get()) > 2
        && parent.get().parent().isPresent()) {
      return of(outline, parent.get());
    }
    return part.isInFlow() ? inFlow(part) : inBlock(outline.text(), part);
  }

  private static long depth(Part part) {
    return part.path().chars().filter(c -> c == '/').count();
  }

  private static Edit inFlow(Part part) {
    if (part.next().isPresent()) {
      return new Edit(part.begin(), part.next().get().begin(), "");
    }
    return new Edit(part.previous().map(Part::to).orElse(part.begin()), part.to(), "");
  }

  private static Edit inBlock(String text, Part part) {
    int line = Lines.start(text, part.begin());
    if (text.substring(line, part.begin()).isBlank()) {
      return new Edit(line, Lines.afterEnd(text, part.to()), "");
    }
    if (part.next().isPresent()) {
      return new Edit(part.begin(), part.next().get().begin(), "");
    }
    return new Edit(part.begin(), part.to(), "{}");
  }
}
