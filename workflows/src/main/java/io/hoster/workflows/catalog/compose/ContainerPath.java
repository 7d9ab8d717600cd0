package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import java.util.Optional;

/** Paths inside a container: absolute, clean, and outside what the system keeps there. */
final class ContainerPath {

  private static final int LONGEST = 255;

  private ContainerPath() {}

  /** A place to mount a volume at; {@code text} is the path within what stands at {@code at}. */
  static Optional<String> volumeTarget(At at, String text, Findings findings) {
    return clean(at, text, findings).filter(path -> isFree(at, path, findings));
  }

  /** A place to mount a memory file system at: the system's settings are no place for one. */
  static Optional<String> memoryTarget(At at, String text, Findings findings) {
    return volumeTarget(at, text, findings)
        .filter(path -> !within(path, "/etc") || refuse(at, findings));
  }

  /** An absolute path without {@code .}, {@code ..} and empty parts. */
  static Optional<String> clean(At at, String text, Findings findings) {
    String path =
        text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    if (!path.startsWith("/") || path.length() > LONGEST || !isClean(path)) {
      findings.add(
          at,
          Code.INVALID_VALUE,
          at.quoted() + " is no clean absolute path. Write one such as /data, without .. in it.");
      return Optional.empty();
    }
    return Optional.of(path);
  }

  private static boolean isClean(String path) {
    if (path.equals("/")) {
      return true;
    }
    for (String part : path.substring(1).split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
    }
    return path.chars().noneMatch(Character::isISOControl);
  }

  private static boolean isFree(At at, String path, Findings findings) {
    boolean reserved =
        path.equals("/")
            || within(path, "/proc")
            || within(path, "/sys")
            || within(path, "/dev")
            || within(path, "/run/secrets");
    return !reserved || refuse(at, findings);
  }

  private static boolean refuse(At at, Findings findings) {
    findings.add(
        at,
        Code.NOT_ALLOWED,
        at.quoted() + " mounts over a folder that the system keeps. Use another, such as /data.");
    return false;
  }

  private static boolean within(String path, String folder) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }
}
