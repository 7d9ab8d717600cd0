package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import io.hoster.workflows.deployment.ServicePlan.MountSpec;
import java.util.Optional;

/** Memory file systems: always sized, never executable. */
final class Tmpfs {

  /** In bytes, where the file does not say. */
  static final long USUAL = 64L << 20;

  private static final long LARGEST = 1L << 30;

  private Tmpfs() {}

  /** The short form {@code /path[:option,…]}. */
  static Optional<MountSpec> read(At at, Shapes shapes) {
    Optional<String> text = shapes.text(at);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int colon = text.get().indexOf(':');
    String path = colon < 0 ? text.get() : text.get().substring(0, colon);
    long size = USUAL;
    boolean readOnly = false;
    for (String option :
        colon < 0 ? new String[0] : text.get().substring(colon + 1).split(",", -1)) {
      if (option.startsWith("size=")) {
        size = size(at, option.substring("size=".length()), shapes.findings());
      } else if (option.equals("ro")) {
        readOnly = true;
      } else if (!isImplied(option)) {
        shapes
            .findings()
            .add(
                at,
                Code.NOT_ALLOWED,
                at.quoted() + " has an option that is not offered. Use size= and ro only.");
      }
    }
    boolean reading = readOnly;
    long bytes = size;
    return ContainerPath.memoryTarget(at, path, shapes.findings())
        .map(target -> new MountSpec(null, target, reading, bytes));
  }

  /** The size in a long mount's {@code tmpfs}. */
  static long longSize(At at, Shapes shapes) {
    Section.MOUNT_TMPFS.check(at, shapes.findings());
    Optional<At> size = at.get("size");
    return size.flatMap(shapes::text)
        .map(text -> size(size.get(), text, shapes.findings()))
        .orElse(USUAL);
  }

  private static long size(At at, String text, Findings findings) {
    switch (Sizes.bytes(text)) {
      case Amount.Not not -> findings.add(at, Code.INVALID_VALUE, at.quoted() + not.why());
      case Amount.Of of -> {
        if (of.value() > 0 && of.value() <= LARGEST) {
          return of.value();
        }
        findings.add(
            at,
            of.value() == 0 ? Code.BELOW_MINIMUM : Code.OVER_LIMIT,
            "A memory file system has from 1 byte to 1g. Change its size.");
      }
    }
    return USUAL;
  }

  /** What the platform sets anyway, or what makes no difference inside the container. */
  private static boolean isImplied(String option) {
    return switch (option) {
      case "rw", "noexec", "nosuid", "nodev", "noatime" -> true;
      default -> option.matches("(mode|uid|gid)=[0-9]{1,9}");
    };
  }
}
