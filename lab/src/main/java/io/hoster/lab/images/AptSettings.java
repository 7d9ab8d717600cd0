package io.hoster.lab.images;

import io.hoster.lab.LabFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How this machine reaches Debian's packages, so that builds reach them the same way. */
record AptSettings(List<DebianSource> sources, List<String> options, Optional<String> proxy) {

  private static final Duration QUICK = Duration.ofSeconds(10);

  AptSettings {
    sources = List.copyOf(sources);
    options = List.copyOf(options);
  }

  /** Reads the sources of this release; none on a machine of another distribution. */
  static AptSettings ofThisMachine(String release) {
    List<DebianSource> sources =
        sourceFiles().stream()
            .flatMap(file -> DebianSource.parse(file.getFileName().toString(), text(file)).stream())
            .filter(source -> source.isOf(release))
            .distinct()
            .toList();
    return new AptSettings(sources, readOptions(), readProxy());
  }

  /** The mirror of the release itself; empty leaves debootstrap its default. */
  Optional<String> mirror(String release) {
    return sources.stream()
        .filter(source -> source.suite().equals(release))
        .map(DebianSource::uri)
        .findFirst();
  }

  /** Build arguments that Docker passes to every step and keeps in no layer. */
  List<String> buildArguments() {
    List<String> arguments = new ArrayList<>();
    for (String name : List.of("http_proxy", "https_proxy", "no_proxy")) {
      environment(name)
          .or(() -> name.equals("http_proxy") ? proxy : Optional.empty())
          .ifPresent(value -> arguments.add(name + "=" + value));
    }
    return arguments;
  }

  private static Optional<String> environment(String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .map(key -> System.getenv().getOrDefault(key, ""))
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  private static List<Path> sourceFiles() {
    List<Path> files = new ArrayList<>();
    Path single = Path.of("/etc/apt/sources.list");
    if (Files.isRegularFile(single)) {
      files.add(single);
    }
    Path folder = Path.of("/etc/apt/sources.list.d");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> found = Files.list(folder)) {
        found
            .filter(file -> file.toString().matches(".*\\.(list|sources)"))
            .sorted()
            .forEach(files::add);
      } catch (IOException refused) {
        throw new LabFailure("The package sources in " + folder + " cannot be listed.", refused);
      }
    }
    return files;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException refused) {
      throw new LabFailure("The package sources in " + file + " cannot be read.", refused);
    }
  }

  /**
   * Only what concerns clocks and retries; a mirror behind the real time needs it in the build too.
   */
  private static List<String> readOptions() {
    return dump()
        .lines()
        .filter(line -> line.matches("Acquire::(Check-Valid-Until|Check-Date|Retries) .*;"))
        .toList();
  }

  private static Optional<String> readProxy() {
    return dump()
        .lines()
        .filter(line -> line.startsWith("Acquire::http::Proxy \""))
        .map(line -> line.substring(line.indexOf('"') + 1, line.lastIndexOf('"')))
        .filter(value -> !value.isBlank() && !value.equals("DIRECT"))
        .findFirst();
  }

  private static String dump() {
    if (!Files.isExecutable(Path.of("/usr/bin/apt-config"))) {
      return "";
    }
    return Program.of(QUICK, "apt-config", "dump", "Acquire").require("Reading apt's settings");
  }
}
