package io.hoster.lab.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a sources.list; only component main is used. */
record DebianSource(String uri, String suite) {

  private static final Pattern ONE_LINE =
      Pattern.compile("^deb\\s+(?:\\[[^]]*]\\s+)?(\\S+)\\s+(\\S+)\\s+(.*)$");

  /** Reads a {@code .list} file, or the paragraphs of a {@code .sources} file. */
  static List<DebianSource> parse(String fileName, String text) {
    return fileName.endsWith(".sources") ? paragraphs(text) : lines(text);
  }

  boolean isOf(String release) {
    return suite.equals(release) || suite.startsWith(release + "-");
  }

  String line() {
    return "deb " + uri + " " + suite + " main";
  }

  private static List<DebianSource> lines(String text) {
    List<DebianSource> found = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher entry = ONE_LINE.matcher(line.strip());
      if (entry.matches() && words(entry.group(3)).contains("main")) {
        found.add(new DebianSource(entry.group(1), entry.group(2)));
      }
    }
    return found;
  }

  private static List<DebianSource> paragraphs(String text) {
    List<DebianSource> found = new ArrayList<>();
    for (String paragraph : text.split("\\n\\s*\\n", -1)) {
      Map<String, String> fields = fields(paragraph);
      if (words(fields.getOrDefault("types", "")).contains("deb")
          && words(fields.getOrDefault("components", "")).contains("main")
          && !fields.getOrDefault("enabled", "yes").equals("no")) {
        for (String uri : words(fields.getOrDefault("uris", ""))) {
          words(fields.getOrDefault("suites", ""))
              .forEach(suite -> found.add(new DebianSource(uri, suite)));
        }
      }
    }
    return found;
  }

  private static Map<String, String> fields(String paragraph) {
    Map<String, String> fields = new TreeMap<>();
    String name = "";
    for (String line : paragraph.lines().filter(line -> !line.startsWith("#")).toList()) {
      int colon = line.indexOf(':');
      if (line.startsWith(" ") || line.startsWith("\t")) {
        fields.merge(name, " " + line.strip(), String::concat);
      } else if (colon > 0) {
        name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        fields.put(name, line.substring(colon + 1).strip());
      }
    }
    return fields;
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
