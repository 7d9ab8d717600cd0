package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.yaml.Outline;
import io.hoster.workflows.catalog.yaml.Part;
import java.util.Optional;

/** Adds entries to a text: to its top-level mappings, and to a service. */
final class Additions {

  private final Outline outline;

  Additions(Outline outline) {
    this.outline = outline;
  }

  /** Whether {@code section}, such as {@code volumes}, declares {@code name}. */
  boolean declares(String section, String name) {
    return outline.root().child(section).flatMap(part -> part.child(name)).isPresent();
  }

  /**
   * Declares {@code name} at the top.
   *
   * @param body what stands below the name, indented from column 4 on and ended with a line end; ""
   *     for nothing
   */
  Edit declare(String section, String name, String body) {
    Optional<Part> part = outline.root().child(section);
    String entry = "  " + name + ":\n" + body;
    String text = outline.text();
    if (part.isEmpty()) {
      String separator = text.endsWith("\n") ? "" : "\n";
      return Edit.insert(text.length(), separator + "\n" + section + ":\n" + entry);
    }
    if (part.get().children().isEmpty()) {
      return new Edit(
          part.get().begin(), Lines.afterEnd(text, part.get().to()), section + ":\n" + entry);
    }
    Part last = part.get().children().getLast();
    if (part.get().isFlow()) {
      return Edit.insert(last.to(), ", " + name + ":" + (body.isEmpty() ? "" : " " + flow(body)));
    }
    return block(text, last, name, body);
  }

  /** What stands below a config, in one line. */
  private static String flow(String body) {
    return "{ content: \"" + body.substring(body.indexOf('\n')).strip() + "\" }";
  }

  private static Edit block(String text, Part last, String name, String body) {
    String indent = " ".repeat(Lines.indent(text, last.begin()));
    String entry = indent + name + ":\n" + body.indent(Math.max(0, indent.length() - 2));
    int end = Lines.afterEnd(text, last.to());
    return Edit.insert(end, (text.startsWith("\n", end - 1) ? "" : "\n") + entry);
  }

  /**
   * Adds {@code item} to the list {@code key} of a service; nothing where that has another form.
   */
  Optional<Edit> addItem(Part service, String key, String item) {
    String text = outline.text();
    Optional<Part> list = service.child(key);
    if (service.isFlow() || service.children().isEmpty()) {
      return Optional.empty();
    }
    if (list.isEmpty()) {
      Part last = service.children().getLast();
      String indent = " ".repeat(Lines.indent(text, last.begin()));
      int end = Lines.afterEnd(text, last.to());
      String lead = text.startsWith("\n", end - 1) ? "" : "\n";
      return Optional.of(
          Edit.insert(end, lead + indent + key + ":\n" + indent + "  - " + item + "\n"));
    }
    if (!list.get().isSequence() || list.get().isFlow() || list.get().children().isEmpty()) {
      return Optional.empty();
    }
    Part last = list.get().children().getLast();
    String indent = " ".repeat(Lines.indent(text, last.begin()));
    int end = Lines.afterEnd(text, last.to());
    String lead = text.startsWith("\n", end - 1) ? "" : "\n";
    return Optional.of(Edit.insert(end, lead + indent + "- " + item + "\n"));
  }
}
