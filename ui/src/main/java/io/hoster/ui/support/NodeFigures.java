package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import io.hoster.ui.component.Texts;
import io.hoster.ui.component.Units;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a node's figures are said. */
final class NodeFigures {

  private NodeFigures() {}

  /** "0.3 used, 2.5 reserved of 4". */
  static String cpus(StaffNode node) {
    return text(
        "nodes.use",
        cpu(node.usedCpus()),
        cpu(node.reservedCpus()),
        node.cpus() == null ? text("unknown") : node.cpus().toString());
  }

  static String memory(StaffNode node) {
    return text(
        "nodes.use",
        bytes(node.usedMemoryBytes()),
        bytes(node.reservedMemoryBytes()),
        bytes(node.memoryBytes()));
  }

  static String disk(StaffNode node) {
    return text("nodes.disk-free", bytes(node.diskFreeBytes()), bytes(node.diskBytes()));
  }

  /** The state, with its reason. */
  static String state(StaffNode node) {
    String word = text("node.state." + node.status());
    String reason = node.statusReason();
    return reason == null ? word : word + ": " + reason;
  }

  private static String cpu(@Nullable Double cpus) {
    return cpus == null ? Texts.text("unknown") : String.format(Locale.ROOT, "%.1f", cpus);
  }

  private static String bytes(@Nullable Long bytes) {
    return bytes == null ? text("unknown") : Units.bytes(bytes);
  }
}
