package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import io.hoster.ui.component.Units;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a node's figures are said. */
final class NodeFigures {

  private NodeFigures() {}

  /** "0.3 used, 2.5 reserved of 4". */
  static String cpus(StaffNode node) {
    Double used = node.usedCpus();
    return use(
        used == null ? null : cpu(used),
        cpu(node.reservedCpus()),
        node.cpus() == null ? text("unknown") : node.cpus().toString());
  }

  static String memory(StaffNode node) {
    Long used = node.usedMemoryBytes();
    return use(
        used == null ? null : bytes(used),
        bytes(node.reservedMemoryBytes()),
        bytes(node.memoryBytes()));
  }

  /** Before the first sample, only what is promised. */
  private static String use(@Nullable String used, String reserved, String all) {
    return used == null
        ? text("nodes.reserved", reserved, all)
        : text("nodes.use", used, reserved, all);
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

  private static String cpu(double cpus) {
    return String.format(Locale.ROOT, "%.1f", cpus);
  }

  private static String bytes(@Nullable Long bytes) {
    return bytes == null ? text("unknown") : Units.bytes(bytes);
  }
}
