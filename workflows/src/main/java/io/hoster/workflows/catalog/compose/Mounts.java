package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import io.hoster.workflows.catalog.yaml.YamlNode;
import io.hoster.workflows.deployment.ServicePlan.MountSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code volumes} of a service in the short and the long form: named volumes and memory file
 * systems.
 */
final class Mounts {

  private static final int MOST = 20;

  private final VolumeNames names;
  private final Shapes shapes;
  private final List<MountSpec> mounts = new ArrayList<>();
  private final String service;

  Mounts(String service, VolumeNames names, Shapes shapes) {
    this.service = service;
    this.names = names;
    this.shapes = shapes;
  }

  /** Those of {@code volumes} first, then those of {@code tmpfs}. */
  List<MountSpec> read(At at) {
    List<At> volumes = at.get("volumes").map(shapes::items).orElse(List.of());
    List<At> memory =
        at.get("tmpfs").map(t -> t.isList() ? t.items() : List.of(t)).orElse(List.of());
    if (volumes.size() + memory.size() > MOST) {
      shapes
          .findings()
          .add(at, Code.OVER_LIMIT, "A service mounts at most 20 volumes. Remove some.");
    }
    volumes.stream().limit(MOST).forEach(this::readOne);
    memory.stream().limit(MOST).forEach(this::readTmpfs);
    return mounts;
  }

  private void readOne(At at) {
    if (at.isMapping()) {
      readLong(at);
    } else {
      shapes.text(at).ifPresent(text -> readShort(at, text));
    }
  }

  /** {@code [volume:]target[:modes]}. */
  private void readShort(At at, String text) {
    if (isHostPath(text) && text.indexOf(':') >= 0) {
      refuseHostPath(at);
      return;
    }
    String[] parts = text.split(":", -1);
    if (parts.length > 3) {
      shapes
          .findings()
          .add(
              at,
              Code.INVALID_VALUE,
              at.quoted() + " is no volume. Write name:/path or name:/path:ro.");
      return;
    }
    Optional<MountModes> modes =
        MountModes.read(at, parts.length == 3 ? parts[2] : "rw", shapes.findings());
    String source = parts.length == 1 ? "" : parts[0];
    String target = parts.length == 1 ? parts[0] : parts[1];
    if (parts.length > 1 && source.isEmpty()) {
      shapes
          .findings()
          .add(
              at,
              Code.INVALID_VALUE,
              at.quoted() + " has no name before the colon. Write name:/path.");
    } else if (modes.isPresent()) {
      addVolume(at, at, source, target, modes.get());
    }
  }

  private void readLong(At at) {
    Section.MOUNT.check(at, shapes.findings());
    at.get("volume").ifPresent(volume -> Section.MOUNT_VOLUME.check(volume, shapes.findings()));
    String type = at.get("type").flatMap(shapes::text).orElse("");
    String source = at.get("source").flatMap(shapes::text).orElse("");
    boolean readOnly = shapes.flag(at, "read_only");
    MountModes modes =
        new MountModes(readOnly, at.get("volume").map(v -> shapes.flag(v, "nocopy")).orElse(false));
    Optional<At> target = at.get("target");
    if (!type.equals("volume") && !type.equals("tmpfs")) {
      refuseType(at, type);
    } else if (target.isEmpty()) {
      shapes
          .findings()
          .add(at, Code.SCHEMA, "This mount has no target. Add the path in the container.");
    } else if (type.equals("tmpfs")) {
      long size = at.get("tmpfs").map(tmpfs -> Tmpfs.longSize(tmpfs, shapes)).orElse(Tmpfs.USUAL);
      shapes
          .text(target.get())
          .flatMap(path -> ContainerPath.memoryTarget(target.get(), path, shapes.findings()))
          .ifPresent(path -> add(target.get(), new MountSpec(null, path, readOnly, size)));
    } else if (isHostPath(source)) {
      refuseHostPath(at.get("source").orElse(at));
    } else {
      shapes
          .text(target.get())
          .ifPresent(
              path -> addVolume(at.get("source").orElse(at), target.get(), source, path, modes));
    }
  }

  private void addVolume(At sourceAt, At targetAt, String source, String target, MountModes modes) {
    Optional<String> path = ContainerPath.volumeTarget(targetAt, target, shapes.findings());
    if (source.isEmpty()) {
      path.ifPresent(clean -> add(targetAt, mount(names.anonymous(service), clean, modes)));
    } else if (names.isDeclared(source)) {
      path.ifPresent(clean -> add(targetAt, mount(source, clean, modes)));
    } else {
      shapes
          .findings()
          .add(
              sourceAt,
              Code.INVALID_VALUE,
              sourceAt.quoted()
                  + " uses a volume that is not declared. Add it under the file's volumes.");
    }
  }

  private static MountSpec mount(String volume, String target, MountModes modes) {
    return new MountSpec(volume, target, modes.readOnly(), 0, modes.noCopy());
  }

  private void readTmpfs(At at) {
    Tmpfs.read(at, shapes).ifPresent(mount -> add(at, mount));
  }

  private void add(At at, MountSpec mount) {
    if (mounts.stream().anyMatch(other -> other.target().equals(mount.target()))) {
      shapes
          .findings()
          .add(
              at,
              Code.INVALID_VALUE,
              at.quoted() + " mounts a second time at the same path. Keep one of them.");
    } else {
      mounts.add(mount);
    }
  }

  private void refuseType(At at, String type) {
    At where = at.get("type").orElse(at);
    if (type.equals("bind")) {
      refuseHostPath(where);
    } else {
      shapes
          .findings()
          .add(where, Code.NOT_ALLOWED, "A mount's type is volume or tmpfs. Use one of them.");
    }
  }

  private void refuseHostPath(At at) {
    String text = at.node() instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    ShortVolume volume = ShortVolume.of(text);
    boolean machine =
        new HostPath(volume.source().isEmpty() ? text : volume.source(), volume.target())
            .isMachine();
    shapes
        .findings()
        .add(
            at,
            Code.NOT_ALLOWED,
            at.quoted()
                + (machine
                    ? " binds the node's own engine, kernel or disk, which no app gets. Remove it"
                        + " if the app works without."
                    : " binds a path of the node, which belongs to others. Declare a named volume"
                        + " and use that."));
  }

  /** A folder or a Windows drive; a lone absolute path is an anonymous volume, not one of these. */
  private static boolean isHostPath(String text) {
    String source = text.indexOf(':') < 0 ? text : text.substring(0, text.indexOf(':'));
    return source.startsWith(".")
        || source.startsWith("~")
        || source.indexOf('/') >= 0
        || source.indexOf('\\') >= 0
        || text.matches("(?s)[A-Za-z]:[\\\\/].*");
  }
}
