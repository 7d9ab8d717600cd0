package io.hoster.workflows.catalog.yaml;

import io.hoster.workflows.catalog.yaml.YamlProblem.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Looks at a text event by event before anything is built from it. The engine itself overflows its
 * stack on deep nesting and lets an alias contain itself (tried with 3.2), hence the limits here.
 */
final class EventScan {

  static final int MAX_DEPTH = 32;
  static final int MAX_EVENTS = 20_000;
  static final int MAX_ALIASES = 64;

  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  private final List<Event> events = new ArrayList<>();
  private final Deque<Optional<Anchor>> open = new ArrayDeque<>();
  private int aliases;
  private int documents;

  private EventScan() {}

  /** The events of the one document between the stream's and the document's marks. */
  static List<Event> scan(String text) {
    EventScan scan = new EventScan();
    try {
      for (Event event : new Parse(SETTINGS).parseString(text)) {
        scan.take(event);
      }
    } catch (MarkedYamlEngineException broken) {
      throw new UnreadableYaml(
          broken
              .getProblemMark()
              .or(broken::getContextMark)
              .map(EventScan::place)
              .orElse(Place.START),
          "",
          Reason.SYNTAX,
          "This is not valid YAML: " + broken.getProblem() + ".");
    } catch (YamlEngineException broken) {
      throw new UnreadableYaml(
          Place.START, "", Reason.SYNTAX, "This is not valid YAML: " + broken.getMessage() + ".");
    }
    return scan.events;
  }

  static Place placeOf(Event event) {
    return event.getStartMark().map(EventScan::place).orElse(Place.START);
  }

  private static Place place(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private void take(Event event) {
    switch (event) {
      case DocumentStartEvent start -> enterDocument(start);
      case CollectionStartEvent start -> enter(start);
      case CollectionEndEvent end -> open.pop();
      case ScalarEvent scalar -> refuseTag(scalar, scalar.getTag());
      case AliasEvent alias -> checkAlias(alias);
      default -> {}
    }
    if (event instanceof NodeEvent || event instanceof CollectionEndEvent) {
      events.add(event);
    }
    if (events.size() > MAX_EVENTS) {
      throw refused(
          event,
          Reason.TOO_LARGE,
          "The file has more than 20,000 parts. Split it or make it smaller.");
    }
  }

  private void enterDocument(DocumentStartEvent start) {
    documents++;
    if (documents > 1) {
      throw refused(
          start,
          Reason.NOT_ALLOWED,
          "There is a second document. Keep one, without \"---\" between.");
    }
  }

  private void enter(CollectionStartEvent start) {
    refuseTag(start, start.getTag());
    open.push(start.getAnchor());
    if (open.size() > MAX_DEPTH) {
      throw refused(
          start, Reason.TOO_LARGE, "The file is nested deeper than 32 levels. Make it flatter.");
    }
  }

  private void checkAlias(AliasEvent alias) {
    if (++aliases > MAX_ALIASES) {
      throw refused(
          alias, Reason.TOO_LARGE, "The file has more than 64 aliases. Write some values out.");
    }
    if (open.contains(Optional.of(alias.getAlias()))) {
      throw refused(
          alias,
          Reason.NOT_ALLOWED,
          "The alias *" + alias.getAlias() + " stands inside what it repeats. Move it out.");
    }
  }

  private void refuseTag(Event event, Optional<String> tag) {
    if (tag.isPresent()) {
      throw refused(
          event,
          Reason.NOT_ALLOWED,
          "The tag " + tag.get() + " is not allowed. Remove it; quote the value if it is text.");
    }
  }

  private static UnreadableYaml refused(Event event, Reason reason, String message) {
    return new UnreadableYaml(placeOf(event), "", reason, message);
  }
}
