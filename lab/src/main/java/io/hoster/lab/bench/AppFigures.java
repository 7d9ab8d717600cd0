package io.hoster.lab.bench;

import io.hoster.lab.LabFailure;
import java.io.IOException;
import java.util.List;

/** What the application tells of itself at {@code /metrics} of its internal port. */
record AppFigures(int port) {

  /** The figure of that name, over all its labels. */
  double sum(String name) {
    return sum(text(), name);
  }

  static double sum(String text, String name) {
    List<String> lines =
        text.lines()
            .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
            .toList();
    if (lines.isEmpty()) {
      throw new LabFailure("The application tells no figure " + name + ".");
    }
    return lines.stream()
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private String text() {
    try (Wire wire = Wire.to(port)) {
      Answer answer = wire.exchange(Wire.get("/metrics", "localhost"));
      if (!answer.isOk()) {
        throw new LabFailure("/metrics at port " + port + " answers " + answer.status() + ".");
      }
      return answer.text();
    } catch (IOException away) {
      throw new LabFailure("Nothing answers /metrics at port " + port + ".", away);
    }
  }
}
