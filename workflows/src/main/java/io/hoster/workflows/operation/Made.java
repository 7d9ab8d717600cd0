package io.hoster.workflows.operation;

import java.util.ArrayList;
import java.util.List;

/**
 * What an operation has made so far and not undone, as its ledger says.
 *
 * @param ports on the node
 */
public record Made(int containers, int networks, int volumes, List<Integer> ports, int routes) {

  public static final Made NOTHING = new Made(0, 0, 0, List.of(), 0);

  public Made {
    ports = List.copyOf(ports);
  }

  /** "2 containers, 1 network and 1 volume"; empty: none of them. */
  String objects() {
    List<String> parts = new ArrayList<>();
    count(parts, containers, "container");
    count(parts, networks, "network");
    count(parts, volumes, "volume");
    count(parts, routes, "address");
    return and(parts);
  }

  /** "port 30012", "ports 30012 and 30013"; empty: none. */
  String portsInWords() {
    return ports.isEmpty()
        ? ""
        : (ports.size() == 1 ? "port " : "ports ")
            + and(ports.stream().sorted().map(String::valueOf).toList());
  }

  private static void count(List<String> parts, int count, String noun) {
    if (count > 0) {
      String plural = noun.endsWith("s") ? noun + "es" : noun + "s";
      parts.add(count == 1 ? "1 " + noun : count + " " + plural);
    }
  }

  private static String and(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }
}
