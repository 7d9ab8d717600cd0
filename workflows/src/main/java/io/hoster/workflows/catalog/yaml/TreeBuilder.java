package io.hoster.workflows.catalog.yaml;

import io.hoster.workflows.catalog.yaml.YamlNode.Entry;
import io.hoster.workflows.catalog.yaml.YamlNode.Kind;
import io.hoster.workflows.catalog.yaml.YamlNode.Mapping;
import io.hoster.workflows.catalog.yaml.YamlNode.Scalar;
import io.hoster.workflows.catalog.yaml.YamlNode.Sequence;
import io.hoster.workflows.catalog.yaml.YamlProblem.Reason;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Builds the tree from scanned events; what aliases repeat counts each time against the limit. */
final class TreeBuilder {

  /** In characters: every finding below a key carries it in its path. */
  private static final int LONGEST_KEY = 256;

  /** In characters: what is longer is read as text, by the model too. */
  private static final int LONGEST_NUMBER = 100;

  private static final ScalarResolver CORE = new CoreSchema().getScalarResolver();

  /** What an anchor stands for, its number of nodes and how many levels it is deep. */
  private record Anchored(YamlNode node, int size, int height) {}

  private final Iterator<Event> events;
  private final Map<Anchor, Anchored> anchors = new LinkedHashMap<>();
  private int size;
  private int deepest;

  private TreeBuilder(Iterator<Event> events) {
    this.events = events;
  }

  static YamlNode build(List<Event> events) {
    TreeBuilder builder = new TreeBuilder(events.iterator());
    return builder.next((NodeEvent) builder.events.next(), "", 0);
  }

  private YamlNode next(NodeEvent event, String path, int depth) {
    if (event instanceof AliasEvent alias) {
      return repeat(alias, path, depth);
    }
    int sizeBefore = size;
    int deepestBefore = deepest;
    deepest = depth;
    count(event, path, 1);
    YamlNode node =
        switch (event) {
          case ScalarEvent scalar -> scalar(scalar, path);
          case SequenceStartEvent start -> sequence(start, path, depth + 1);
          case MappingStartEvent start -> mapping(start, path, depth + 1);
          default -> throw new IllegalStateException("No node begins with " + event);
        };
    Optional<Anchor> anchor = event.getAnchor();
    if (anchor.isPresent()) {
      anchors.put(anchor.get(), new Anchored(node, size - sizeBefore, deepest - depth));
    }
    deepest = Math.max(deepest, deepestBefore);
    return node;
  }

  private YamlNode repeat(AliasEvent alias, String path, int depth) {
    Anchored anchored = anchors.get(alias.getAlias());
    if (anchored == null) {
      throw new UnreadableYaml(
          EventScan.placeOf(alias),
          path,
          Reason.SYNTAX,
          "The alias *"
              + alias.getAlias()
              + " has no anchor before it. Write &"
              + alias.getAlias()
              + " where the value stands.");
    }
    count(alias, path, anchored.size());
    deepest = Math.max(deepest, depth + anchored.height());
    if (deepest > EventScan.MAX_DEPTH) {
      throw tooLarge(alias, path, "The file is nested deeper than 32 levels. Make it flatter.");
    }
    return anchored.node();
  }

  private void count(Event event, String path, int more) {
    size += more;
    if (size > EventScan.MAX_EVENTS) {
      throw tooLarge(
          event, path, "The file has more than 20,000 parts. Split it or make it smaller.");
    }
  }

  private static UnreadableYaml tooLarge(Event event, String path, String message) {
    return new UnreadableYaml(EventScan.placeOf(event), path, Reason.TOO_LARGE, message);
  }

  private static Scalar scalar(ScalarEvent event, String path) {
    Place place = EventScan.placeOf(event);
    Characters.checkValue(event.getValue(), place, path);
    return new Scalar(event.getValue(), event.getValue(), kind(event), place);
  }

  private static Kind kind(ScalarEvent event) {
    boolean mayBeOther = event.isPlain() && event.getValue().length() <= LONGEST_NUMBER;
    Tag tag = mayBeOther ? CORE.resolve(event.getValue(), true) : Tag.STR;
    if (tag.equals(Tag.INT)) {
      return Kind.INTEGER;
    }
    if (tag.equals(Tag.FLOAT)) {
      return Kind.DECIMAL;
    }
    if (tag.equals(Tag.BOOL)) {
      return Kind.BOOLEAN;
    }
    return tag.equals(Tag.NULL) ? Kind.NULL : Kind.TEXT;
  }

  private Sequence sequence(SequenceStartEvent start, String path, int depth) {
    List<YamlNode> items = new ArrayList<>();
    for (Event event = events.next(); event instanceof NodeEvent node; event = events.next()) {
      items.add(next(node, Pointer.to(path, items.size()), depth));
    }
    return new Sequence(items, EventScan.placeOf(start));
  }

  private Mapping mapping(MappingStartEvent start, String path, int depth) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    List<Entry> merged = new ArrayList<>();
    boolean merges = false;
    for (Event event = events.next();
        !(event instanceof CollectionEndEvent);
        event = events.next()) {
      ScalarEvent key = key(event, path);
      Place place = EventScan.placeOf(key);
      String below = Pointer.to(path, key.getValue());
      YamlNode value = next((NodeEvent) events.next(), below, depth);
      boolean isMerge = key.isPlain() && key.getValue().equals("<<");
      if (isMerge ? merges : entries.containsKey(key.getValue())) {
        throw new UnreadableYaml(
            place,
            below,
            Reason.SYNTAX,
            "The key \"" + key.getValue() + "\" stands here twice. Keep one of them.");
      }
      if (isMerge) {
        merges = true;
        merged.addAll(Merge.entries(value, below));
      } else {
        entries.put(key.getValue(), new Entry(key.getValue(), place, value));
      }
    }
    merged.forEach(entry -> entries.putIfAbsent(entry.key(), entry));
    return new Mapping(List.copyOf(entries.values()), EventScan.placeOf(start));
  }

  private static ScalarEvent key(Event event, String path) {
    if (event instanceof ScalarEvent scalar
        && (kind(scalar) == Kind.TEXT || scalar.getValue().equals("<<"))) {
      Characters.checkValue(scalar.getValue(), EventScan.placeOf(event), path);
      if (scalar.getValue().length() > LONGEST_KEY) {
        throw tooLarge(event, path, "A key has at most 256 characters. Shorten it.");
      }
      return scalar;
    }
    throw new UnreadableYaml(
        EventScan.placeOf(event), path, Reason.SYNTAX, "A key must be text. Put it in quotes.");
  }
}
