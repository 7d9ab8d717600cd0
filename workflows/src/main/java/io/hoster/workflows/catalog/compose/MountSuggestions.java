package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.yaml.Outline;
import io.hoster.workflows.catalog.yaml.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What could stand for a mount that binds a path of the node, or a volume that is not declared. */
final class MountSuggestions {

  /** A change of the text and what it does. */
  record Change(String message, List<Edit> edits) {}

  /** One that stands in YAML as it is. */
  private static final Pattern PLAIN_PATH = Pattern.compile("/[A-Za-z0-9._@+/-]+");

  private final Outline outline;
  private final Additions additions;

  MountSuggestions(Outline outline) {
    this.outline = outline;
    this.additions = new Additions(outline);
  }

  /** For an item of a service's {@code volumes}. */
  Optional<Change> of(Part service, Part mount) {
    return mount.isMapping() ? ofLong(service, mount) : ofShort(service, mount);
  }

  private Optional<Change> ofShort(Part service, Part mount) {
    ShortVolume volume = ShortVolume.of(mount.scalar());
    HostPath path = new HostPath(volume.source(), volume.target());
    if (volume.source().isEmpty() || !mount.raw().contains(volume.source() + ":")) {
      return Optional.empty();
    }
    if (!isHostPath(volume.source())) {
      return undeclared(volume.source());
    }
    if (path.isMachine()) {
      return Optional.empty();
    }
    return replaced(service, mount, path)
        .or(() -> {
          String name = path.name(service.key());
          int from = mount.from() + mount.raw().indexOf(volume.source() + ":");
          List<Edit> edits = new ArrayList<>();
          edits.add(new Edit(from, from + volume.source().length(), name));
          declare(name, edits);
          int modes = mount.raw().lastIndexOf(volume.rest());
          if (!volume.rest().isEmpty() && modes > 0) {
            String kept = volume.rest().matches("(?s).*\\bro\\b.*") ? ":ro" : "";
            int at = mount.from() + modes;
            edits.add(new Edit(at, at + volume.rest().length(), kept));
          }
          return Optional.of(named(volume.source(), name, edits));
        });
  }

  private Optional<Change> ofLong(Part service, Part mount) {
    Optional<Part> source = mount.child("source");
    Optional<Part> target = mount.child("target");
    Optional<Part> type = mount.child("type");
    if (source.isEmpty() || target.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    if (!isHostPath(source.get().scalar()) && type.get().scalar().equals("volume")) {
      return undeclared(source.get().scalar());
    }
    HostPath path = new HostPath(source.get().scalar(), target.get().scalar());
    if (path.isMachine()) {
      return Optional.empty();
    }
    return replaced(service, mount, path)
        .or(() -> {
          String name = path.name(service.key());
          List<Edit> edits = new ArrayList<>();
          edits.add(new Edit(source.get().from(), source.get().to(), name));
          edits.add(new Edit(type.get().from(), type.get().to(), "volume"));
          mount.child("bind").ifPresent(bind -> edits.add(Removal.of(outline, bind)));
          declare(name, edits);
          return Optional.of(named(path.source(), name, edits));
        });
  }

  /** What no named volume can stand for. */
  private Optional<Change> replaced(Part service, Part mount, HostPath path) {
    if (path.isClock()) {
      return Optional.of(
          new Change(
              "Leave " + Quoted.of(path.source()) + " out: the variable TZ sets the time zone.",
              List.of(Removal.of(outline, mount))));
    }
    return path.isFile() ? file(service, mount, path) : Optional.empty();
  }

  private Optional<Change> file(Part service, Part mount, HostPath path) {
    String name = path.name(service.key()).replaceFirst("-files$", "");
    String item =
        "source: "
            + name
            + "\nX  target: "
            + path.target()
            + (path.isScript() ? "\nX  mode: 0555" : "");
    Optional<Edit> use =
        additions.addItem(service, "configs", item).map(edit -> aligned(edit, item));
    if (use.isEmpty() || !PLAIN_PATH.matcher(path.target()).matches()) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    edits.add(Removal.of(outline, mount));
    edits.add(use.get());
    if (!additions.declares("configs", name)) {
      edits.add(
          additions.declare(
              "configs",
              name,
              "    content: |\n      Put the text of " + fileName(path.source()) + " here.\n"));
    }
    return Optional.of(
        new Change(
            "Make "
                + Quoted.of(path.source())
                + " a config of this file, and put its text there: no file of yours is on the"
                + " node.",
            edits));
  }

  /** The lines below the first one stand under it. */
  private static Edit aligned(Edit edit, String item) {
    int dash = edit.text().indexOf("- " + item);
    int line = edit.text().lastIndexOf('\n', dash) + 1;
    return new Edit(
        edit.from(), edit.to(), edit.text().replace("\nX", "\n" + " ".repeat(dash - line)));
  }

  private static String fileName(String source) {
    return source.replaceAll("[^A-Za-z0-9_./-]", "");
  }

  private Optional<Change> undeclared(String name) {
    if (additions.declares("volumes", name) || !name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}")) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    declare(name, edits);
    return Optional.of(new Change("Declare the volume " + Quoted.of(name) + ".", edits));
  }

  private Change named(String source, String name, List<Edit> edits) {
    return new Change(
        "Use the named volume " + Quoted.of(name) + " in place of " + Quoted.of(source) + ".",
        edits);
  }

  private void declare(String name, List<Edit> edits) {
    if (!additions.declares("volumes", name)) {
      edits.add(additions.declare("volumes", name, ""));
    }
  }

  private static boolean isHostPath(String source) {
    return source.indexOf('/') >= 0
        || source.indexOf('\\') >= 0
        || source.indexOf('$') >= 0
        || source.startsWith(".")
        || source.startsWith("~");
  }
}
