package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import io.hoster.workflows.deployment.ServicePlan.FileSpec;
import io.hoster.workflows.deployment.ServicePlan.MountSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code configs} and {@code secrets} of a service in the short and the long form. */
final class FileUses {

  private static final String SECRETS = "/run/secrets/";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
  private static final Pattern MODE = Pattern.compile("(0o?)?[0-7]{3}");
  private static final Pattern ID = Pattern.compile("[0-9]{1,9}");
  private static final int READ_ONLY = 0444;
  private static final int NOBODY_WRITES = 0555;

  private final DeclaredFiles declared;
  private final List<MountSpec> mounts;
  private final boolean readOnlyRoot;
  private final Shapes shapes;
  private final List<FileSpec> files = new ArrayList<>();

  private FileUses(
      DeclaredFiles declared, List<MountSpec> mounts, boolean readOnlyRoot, Shapes shapes) {
    this.declared = declared;
    this.mounts = mounts;
    this.readOnlyRoot = readOnlyRoot;
    this.shapes = shapes;
  }

  /**
   * The files of a service.
   *
   * @param mounts what the service mounts: a file there would be hidden, or stay in the volume
   */
  static List<FileSpec> read(
      At service, DeclaredFiles declared, List<MountSpec> mounts, Shapes shapes) {
    FileUses uses = new FileUses(declared, mounts, shapes.flag(service, "read_only"), shapes);
    List<At> configs = service.get("configs").map(shapes::items).orElse(List.of());
    List<At> secrets = service.get("secrets").map(shapes::items).orElse(List.of());
    if (configs.size() + secrets.size() > DeclaredFiles.MOST) {
      shapes
          .findings()
          .add(service, Code.OVER_LIMIT, "A service has at most 20 files. Remove some.");
    }
    uses.readAll(configs, Section.CONFIG_USE);
    uses.readAll(secrets, Section.SECRET_USE);
    return uses.files;
  }

  private void readAll(List<At> items, Section section) {
    for (At item : items.subList(0, Math.min(items.size(), DeclaredFiles.MOST))) {
      if (item.isMapping()) {
        section.check(item, shapes.findings());
        Optional<At> source = item.get("source");
        if (source.isEmpty()) {
          shapes.findings().add(item, Code.SCHEMA, "This file has no source. Name what it holds.");
        } else {
          shapes.text(source.get()).ifPresent(name -> read(item, source.get(), name, section));
        }
      } else {
        shapes.text(item).ifPresent(name -> read(item, item, name, section));
      }
    }
  }

  private void read(At item, At source, String name, Section section) {
    boolean secret = section == Section.SECRET_USE;
    Optional<String> content = secret ? declared.secret(name) : declared.config(name);
    if (content.isEmpty()) {
      shapes
          .findings()
          .add(
              source,
              Code.INVALID_VALUE,
              source.quoted()
                  + " is not declared. Add it under the file's "
                  + (secret ? "secrets." : "configs."));
      return;
    }
    At at = item.get("target").orElse(source);
    Optional<String> target = item.get("target").flatMap(shapes::text);
    int uid = id(item, "uid");
    int gid = id(item, "gid");
    int mode = mode(item);
    (secret ? secretTarget(at, target.orElse(name)) : configTarget(at, target.orElse("/" + name)))
        .ifPresent(path -> add(at, new FileSpec(path, content.get(), mode, uid, gid, secret)));
  }

  private Optional<String> configTarget(At at, String path) {
    return ContainerPath.volumeTarget(at, path, shapes.findings()).filter(p -> isInFolder(at, p));
  }

  private Optional<String> secretTarget(At at, String path) {
    if (path.startsWith("/") && !path.startsWith(SECRETS)) {
      return configTarget(at, path);
    }
    String name = path.startsWith(SECRETS) ? path.substring(SECRETS.length()) : path;
    if (NAME.matcher(name).matches()) {
      return Optional.of(SECRETS + name);
    }
    shapes
        .findings()
        .add(
            at,
            Code.INVALID_VALUE,
            at.quoted() + " is no name of a file. Use letters, digits, dots, - and _.");
    return Optional.empty();
  }

  /** Under a read-only root the file's folder becomes a volume, which the topmost one cannot be. */
  private boolean isInFolder(At at, String path) {
    if (path.lastIndexOf('/') > 0 || !readOnlyRoot) {
      return true;
    }
    shapes
        .findings()
        .add(
            at,
            Code.INVALID_VALUE,
            at.quoted()
                + " stands in no folder, which a service with read_only needs. Add a target such as"
                + " /etc/app/settings.conf.");
    return false;
  }

  private void add(At at, FileSpec file) {
    if (files.stream().anyMatch(other -> other.target().equals(file.target()))) {
      shapes
          .findings()
          .add(
              at,
              Code.INVALID_VALUE,
              at.quoted() + " puts a second file at the same path. Keep one of them.");
    } else if (mounts.stream().anyMatch(mount -> isWithin(file, mount))) {
      shapes
          .findings()
          .add(
              at,
              Code.INVALID_VALUE,
              at.quoted() + " stands in a mount of the service. Choose a path outside it.");
    } else {
      files.add(file);
    }
  }

  /** A memory file system over a folder of secrets gets a volume for them on top of it. */
  private static boolean isWithin(FileSpec file, MountSpec mount) {
    boolean within =
        file.target().equals(mount.target()) || file.target().startsWith(mount.target() + "/");
    boolean onTop = mount.volume() == null && !file.folder().equals(mount.target());
    return within && !onTop;
  }

  private int id(At item, String key) {
    Optional<At> at = item.get(key);
    Optional<String> text = at.flatMap(shapes::text);
    if (text.isEmpty()) {
      return 0;
    }
    if (!ID.matcher(text.get()).matches()) {
      wrong(at.get(), " is no number of a user or group. Write one such as 1000.");
      return 0;
    }
    return Integer.parseInt(text.get());
  }

  private int mode(At item) {
    Optional<At> at = item.get("mode");
    Optional<String> text = at.flatMap(shapes::text);
    if (text.isEmpty()) {
      return READ_ONLY;
    }
    if (!MODE.matcher(text.get()).matches()) {
      wrong(at.get(), " is no mode. Write one such as 0440.");
      return READ_ONLY;
    }
    return Integer.parseInt(text.get().substring(text.get().length() - 3), 8) & NOBODY_WRITES;
  }

  private void wrong(At at, String why) {
    shapes.findings().add(at, Code.INVALID_VALUE, at.quoted() + why);
  }
}
