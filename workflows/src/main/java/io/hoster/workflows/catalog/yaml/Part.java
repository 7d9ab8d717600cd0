package io.hoster.workflows.catalog.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value of a YAML text, with its key when it has one. Offsets are of the text's characters. */
public final class Part {

  private final Outline outline;
  private final @Nullable Part parent;
  private final String key;
  private final String path;
  private final int keyFrom;
  private final List<Part> children = new ArrayList<>();
  private int keyTo;
  private String scalar = "";
  private int from;
  private int to;
  private boolean mapping;
  private boolean sequence;
  private boolean flow;

  Part(Outline outline, @Nullable Part parent, String key, String path, int keyFrom) {
    this.outline = outline;
    this.parent = parent;
    this.key = key;
    this.path = path;
    this.keyFrom = keyFrom;
  }

  void endKey(int offset) {
    keyTo = offset;
  }

  void begin(String value, int start, int end) {
    scalar = value;
    from = start;
    endAt(Math.max(start, end));
  }

  void open(boolean isMapping, boolean isFlow) {
    mapping = isMapping;
    sequence = !isMapping;
    flow = isFlow;
  }

  void add(Part child) {
    children.add(child);
    if (!flow) {
      endAt(child.to());
    }
  }

  /** Without the empty lines behind it. */
  void endAt(int offset) {
    int end = Math.min(offset, outline.text().length());
    while (end > from && Character.isWhitespace(outline.text().charAt(end - 1))) {
      end--;
    }
    to = Math.max(end, keyTo);
  }

  public Optional<Part> parent() {
    return Optional.ofNullable(parent);
  }

  /** Empty for an item of a list. */
  public String key() {
    return key;
  }

  /** A JSON pointer. */
  public String path() {
    return path;
  }

  public List<Part> children() {
    return List.copyOf(children);
  }

  /** What the key holds. */
  public Optional<Part> child(String name) {
    return children.stream().filter(part -> part.key.equals(name)).findFirst();
  }

  /** The value of a scalar, its quotes and escapes resolved; of anything else "". */
  public String scalar() {
    return scalar;
  }

  public boolean isMapping() {
    return mapping;
  }

  public boolean isSequence() {
    return sequence;
  }

  /** Whether it is written with braces or brackets. */
  public boolean isFlow() {
    return flow;
  }

  /** Whether it stands between braces or brackets. */
  public boolean isInFlow() {
    return parent != null && (parent.flow || parent.isInFlow());
  }

  /** Where its value begins. */
  public int from() {
    return from;
  }

  /** After its value; of a block after its last line that is not empty. */
  public int to() {
    return to;
  }

  /** Where it begins: its key, or the dash before an item of a block. */
  public int begin() {
    if (keyFrom >= 0) {
      return keyFrom;
    }
    if (parent == null || parent.flow) {
      return from;
    }
    int dash = outline.text().lastIndexOf('-', from - 1);
    return dash < 0 ? from : dash;
  }

  /** The one after it in its list or mapping. */
  public Optional<Part> next() {
    return sibling(1);
  }

  /** The one before it in its list or mapping. */
  public Optional<Part> previous() {
    return sibling(-1);
  }

  private Optional<Part> sibling(int step) {
    if (parent == null) {
      return Optional.empty();
    }
    int index = parent.children.indexOf(this) + step;
    return index < 0 || index >= parent.children.size()
        ? Optional.empty()
        : Optional.of(parent.children.get(index));
  }

  /** The value as it is written. */
  public String raw() {
    return outline.text().substring(from, Math.max(from, to));
  }
}
