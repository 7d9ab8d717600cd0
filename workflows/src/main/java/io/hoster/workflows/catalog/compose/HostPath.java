package io.hoster.workflows.catalog.compose;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A path of the machine that a file was written for, and what could stand in its place.
 *
 * @param source as the file writes it
 * @param target the path in the container
 */
record HostPath(String source, String target) {

  /** What no volume can replace: the machine's engine, kernel and whole disk. */
  private static final List<String> MACHINE =
      List.of("/proc", "/sys", "/dev", "/boot", "/lib/modules", "/var/lib/docker", "/run/docker");

  private static final List<String> CLOCK = List.of("/etc/localtime", "/etc/timezone");
  private static final Pattern FILE =
      Pattern.compile(
          "(?i).*\\.(conf|config|cnf|cfg|ini|ya?ml|json|toml|xml|sql|sh|env|properties|txt|pem|crt|cert|key|php|py|js"
              + "|rb|html?|list|hcl|tmpl|template|rules|lua|vcl|htpasswd|yarnrc|caddyfile)"
              + "|.*/(Caddyfile|Dockerfile|Makefile|\\.htpasswd)");

  /** Whether the app wants the machine itself. */
  boolean isMachine() {
    return source.equals("/")
        || source.endsWith(".sock")
        || source.contains(".sock:")
        || MACHINE.stream().anyMatch(path -> source.equals(path) || source.startsWith(path + "/"));
  }

  /** Whether it is the machine's time zone, which containers have as a variable. */
  boolean isClock() {
    return CLOCK.contains(target) || CLOCK.contains(source);
  }

  /** Whether it is one file and no folder, as far as its name tells. */
  boolean isFile() {
    return FILE.matcher(target).matches()
        || (FILE.matcher(source).matches() && !source.endsWith("/"));
  }

  boolean isScript() {
    return target.endsWith(".sh");
  }

  /** A name made of the source, so that services which share a folder share a volume. */
  String name(String service) {
    String words =
        source.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+|-+$", "").toLowerCase(Locale.ROOT);
    String name = (words.isEmpty() ? service : words) + "-files";
    return name.length() > 60 ? name.substring(name.length() - 60).replaceFirst("^-+", "") : name;
  }
}
