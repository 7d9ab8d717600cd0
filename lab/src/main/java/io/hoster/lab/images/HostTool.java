package io.hoster.lab.images;

import io.hoster.lab.LabFailure;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A program that the machine must have before an image can be built. */
enum HostTool {
  DEBOOTSTRAP("debootstrap", "apt-get install debootstrap"),
  GO("go", "Go 1.24 or newer, from its own archive"),
  NPM("npm", "apt-get install npm");

  private static final List<String> USUAL_FOLDERS =
      List.of("/usr/local/go/bin", "/usr/sbin", "/sbin");

  private final String name;
  private final String remedy;

  HostTool(String name, String remedy) {
    this.name = name;
    this.remedy = remedy;
  }

  Program program(Duration limit, String... arguments) {
    return Program.of(
        limit,
        Stream.concat(Stream.of(path().toString()), Stream.of(arguments)).toArray(String[]::new));
  }

  private Path path() {
    String folders = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Stream.of(folders.split(File.pathSeparator, -1)), USUAL_FOLDERS.stream())
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new LabFailure(
                "%s is needed to build images where no registry answers (%s)."
                    .formatted(name, remedy)));
  }
}
