package io.hoster.workflows.catalog.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Where the parts of a YAML text stand, for those who change the text and leave the rest of it as
 * it is. Aliases are parts of their own here: what they repeat stands at its anchor.
 */
public final class Outline {

  private final String text;
  private final Iterator<Event> events;
  private final int @Nullable [] offsets;
  private final Map<Place, List<Part>> places = new LinkedHashMap<>();
  private final Part root;

  private Outline(String text, List<Event> events) {
    this.text = text;
    this.events = events.iterator();
    this.offsets = text.codePoints().allMatch(c -> c < 0x10000) ? null : offsets(text);
    this.root = new Part(this, null, "", "", -1);
    read(root, this.events.next());
  }

  /** The outline of a text that {@link YamlReader} reads; else nothing. */
  public static Optional<Outline> of(String text) {
    if (!(YamlReader.read(text) instanceof YamlRead.Document)) {
      return Optional.empty();
    }
    return Optional.of(new Outline(text, EventScan.scan(text)));
  }

  public Part root() {
    return root;
  }

  /** The text as it was. */
  public String text() {
    return text;
  }

  /** The part whose key or value stands at {@code place}; of several the one at {@code path}. */
  public Optional<Part> at(Place place, String path) {
    List<Part> found = places.getOrDefault(place, List.of());
    return found.stream()
        .filter(part -> part.path().equals(path))
        .findFirst()
        .or(() ->
            found.stream()
                .filter(
                    part -> path.endsWith(part.path().substring(part.path().lastIndexOf('/') + 1)))
                .findFirst());
  }

  /** Where {@code part} begins: its key, or its value when it has none. */
  public Place placeOf(Part part) {
    int offset = part.key().isEmpty() ? part.from() : part.begin();
    int line = (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    int start = text.lastIndexOf('\n', offset - 1) + 1;
    return new Place(line, text.codePointCount(start, offset) + 1);
  }

  private void read(Part part, Event event) {
    part.begin(
        event instanceof ScalarEvent scalar ? scalar.getValue() : "", start(event), end(event));
    places.computeIfAbsent(EventScan.placeOf(event), place -> new ArrayList<>()).add(part);
    if (event instanceof CollectionStartEvent collection) {
      part.open(event instanceof MappingStartEvent, collection.isFlow());
      if (event instanceof MappingStartEvent) {
        readEntries(part);
      } else {
        readItems(part);
      }
    }
  }

  private void readItems(Part sequence) {
    for (Event event = events.next(); !isEnd(sequence, event); event = events.next()) {
      int index = sequence.children().size();
      Part item = new Part(this, sequence, "", Pointer.to(sequence.path(), index), -1);
      read(item, event);
      sequence.add(item);
    }
  }

  private void readEntries(Part mapping) {
    for (Event event = events.next(); !isEnd(mapping, event); event = events.next()) {
      String key = event instanceof ScalarEvent scalar ? scalar.getValue() : "";
      Part entry = new Part(this, mapping, key, Pointer.to(mapping.path(), key), start(event));
      places.computeIfAbsent(EventScan.placeOf(event), place -> new ArrayList<>()).add(entry);
      entry.endKey(end(event));
      read(entry, events.next());
      mapping.add(entry);
    }
  }

  private boolean isEnd(Part collection, Event event) {
    if (!(event instanceof CollectionEndEvent)) {
      return false;
    }
    if (collection.isFlow()) {
      collection.endAt(end(event));
    }
    return true;
  }

  private int start(Event event) {
    return event.getStartMark().map(this::offset).orElse(0);
  }

  private int end(Event event) {
    return event.getEndMark().map(this::offset).orElse(text.length());
  }

  private int offset(Mark mark) {
    return offsets == null ? mark.getIndex() : offsets[mark.getIndex()];
  }

  /** Marks count characters beyond the first plane once, a text counts them twice. */
  private static int[] offsets(String text) {
    int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
    int offset = 0;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = offset;
      offset += offset < text.length() ? Character.charCount(text.codePointAt(offset)) : 1;
    }
    return offsets;
  }
}
