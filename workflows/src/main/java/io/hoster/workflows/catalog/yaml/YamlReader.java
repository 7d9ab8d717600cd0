package io.hoster.workflows.catalog.yaml;

import io.hoster.workflows.catalog.yaml.YamlProblem.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.snakeyaml.engine.v2.events.Event;

/**
 * Reads a text from strangers in bounded time and space: at most 256 KiB, one document, 32 levels,
 * 20,000 events and as many nodes once aliases are resolved, 64 aliases, no explicit tags.
 */
public final class YamlReader {

  /** In bytes of UTF-8. */
  public static final int MAX_BYTES = 256 * 1024;

  private YamlReader() {}

  /** Reads {@code text}; never throws. */
  public static YamlRead read(String text) {
    try {
      checkSize(text);
      Characters.check(text);
      List<Event> events = EventScan.scan(text);
      if (events.isEmpty()) {
        throw new UnreadableYaml(
            Place.START, "", Reason.SYNTAX, "The file is empty. Write at least one service.");
      }
      return new YamlRead.Document(TreeBuilder.build(events));
    } catch (UnreadableYaml unreadable) {
      return new YamlRead.Broken(unreadable.problem());
    }
  }

  private static void checkSize(String text) {
    if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw new UnreadableYaml(
          Place.START, "", Reason.TOO_LARGE, "The file is larger than 256 KiB. Make it smaller.");
    }
  }
}
