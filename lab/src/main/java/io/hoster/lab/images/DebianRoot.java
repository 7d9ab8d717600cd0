package io.hoster.lab.images;

import io.hoster.lab.LabFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A minimal Debian as a tree of files, made by debootstrap and slimmed as the official slim image
 * is.
 */
record DebianRoot(Path folder) {

  static final String RELEASE = "bookworm";

  private static final String RECIPE = "debian";
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /** The files that decide what the image is. */
  static List<String> files() {
    return List.of("dpkg-slim", "apt-slim");
  }

  /** Makes it; debootstrap works as root only. */
  void bootstrap(AptSettings apt) {
    requireRoot();
    createFolder();
    List<String> words =
        Stream.concat(
                Stream.of("--variant=minbase", RELEASE, folder.toString()),
                apt.mirror(RELEASE).stream())
            .toList();
    HostTool.DEBOOTSTRAP
        .program(LIMIT, words.toArray(String[]::new))
        .require("Bootstrapping Debian");
    unmount();
    try {
      configure(apt);
      slim();
    } catch (IOException refused) {
      throw new LabFailure("Debian cannot be set up: " + refused.getMessage() + ".", refused);
    }
  }

  Path pack(Path tar) {
    Program.of(
            LIMIT,
            "tar",
            "-C",
            folder.toString(),
            "--one-file-system",
            "--numeric-owner",
            "-cf",
            tar.toString(),
            ".")
        .require("Packing Debian");
    return tar;
  }

  /** The tree's top is the image's root folder, whatever the umask of this process. */
  private void createFolder() {
    try {
      Files.createDirectory(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException refused) {
      throw new LabFailure("Debian cannot be set up in " + folder + ".", refused);
    }
  }

  private void configure(AptSettings apt) throws IOException {
    write("etc/dpkg/dpkg.cfg.d/slim", Workspace.resource(RECIPE, "dpkg-slim"));
    write("etc/apt/apt.conf.d/slim", Workspace.resource(RECIPE, "apt-slim"));
    write("etc/apt/apt.conf.d/mirror", lines(apt.options()));
    if (!apt.sources().isEmpty()) {
      write("etc/apt/sources.list", lines(apt.sources().stream().map(DebianSource::line).toList()));
    }
  }

  private void slim() throws IOException {
    for (String cache :
        List.of(
            "var/lib/apt/lists",
            "var/cache/apt",
            "var/log",
            "usr/share/man",
            "usr/share/info",
            "usr/share/lintian")) {
      deleteFiles(cache, _ -> true);
    }
    deleteFiles("usr/share/doc", file -> !file.endsWith("copyright"));
    deleteFiles("usr/share/locale", file -> !file.endsWith("locale.alias"));
    Files.deleteIfExists(folder.resolve("etc/hostname"));
    Files.deleteIfExists(folder.resolve("etc/resolv.conf"));
  }

  private void deleteFiles(String below, Predicate<Path> unwanted) throws IOException {
    Path top = folder.resolve(below);
    if (Files.isDirectory(top)) {
      try (Stream<Path> tree = Files.walk(top)) {
        for (Path file : tree.filter(path -> !Files.isDirectory(path)).filter(unwanted).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** What debootstrap left mounted must be gone before anything in the tree is deleted. */
  private void unmount() {
    for (String mount : mounts()) {
      Program.of(LIMIT, "umount", mount).require("Unmounting " + mount);
    }
  }

  private List<String> mounts() {
    try (Stream<String> all = Files.lines(Path.of("/proc/self/mounts"))) {
      return all.map(line -> line.split(" ", -1)[1])
          .filter(target -> target.startsWith(folder + "/"))
          .toList()
          .reversed();
    } catch (IOException unreadable) {
      throw new LabFailure("The mounts of this machine cannot be read.", unreadable);
    }
  }

  private void write(String path, byte[] content) throws IOException {
    Files.write(folder.resolve(path), content);
  }

  private static byte[] lines(List<String> lines) {
    return lines.stream()
        .map(line -> line + "\n")
        .reduce("", String::concat)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void requireRoot() {
    try {
      if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
        throw new LabFailure(
            "No registry answers, and building images from Debian's packages needs root: run sudo ./hoster lab images.");
      }
    } catch (IOException unreadable) {
      throw new LabFailure("The user of this process cannot be found out.", unreadable);
    }
  }
}
