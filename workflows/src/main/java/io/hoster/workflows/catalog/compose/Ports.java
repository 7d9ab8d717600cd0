package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import io.hoster.workflows.deployment.ServicePlan.PortSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ports} in the short and the long form, and {@code expose}. Only the container's side
 * counts: the platform gives the node's side itself.
 */
final class Ports {

  private static final int MOST = 20;
  private static final int WIDEST = 10;

  private final Shapes shapes;
  private final Set<PortSpec> ports = new LinkedHashSet<>();

  private Ports(Shapes shapes) {
    this.shapes = shapes;
  }

  static List<PortSpec> read(At service, Shapes shapes) {
    Ports ports = new Ports(shapes);
    service.get("ports").ifPresent(ports::readAll);
    service.get("expose").ifPresent(ports::checkExposed);
    return List.copyOf(new ArrayList<>(ports.ports));
  }

  private void readAll(At at) {
    for (At item : shapes.items(at)) {
      if (item.isMapping()) {
        readLong(item);
      } else {
        shapes.text(item).ifPresent(text -> readShort(item, text));
      }
    }
    if (ports.size() > MOST) {
      shapes
          .findings()
          .add(at, Code.OVER_LIMIT, "A service publishes at most 20 ports. Remove some.");
    }
  }

  /** {@code [[address:]published:]container[/protocol]}. */
  private void readShort(At at, String text) {
    int slash = text.indexOf('/');
    String protocol = slash < 0 ? "tcp" : text.substring(slash + 1);
    String numbers = slash < 0 ? text : text.substring(0, slash);
    int colon = numbers.lastIndexOf(':');
    Optional<PortForm> container = PortForm.of(numbers.substring(colon + 1));
    if (container.isEmpty()
        || !isGoodHostSide(colon < 0 ? "" : numbers.substring(0, colon), container.get())) {
      wrong(at);
      return;
    }
    if (colon >= 0) {
      shapes
          .findings()
          .note(
              at,
              at.quoted() + " publishes the container's port; the platform gives the node's port.");
    }
    add(at, container.get(), protocol);
  }

  /** The node's side is dropped, but a typing error in it is still one. */
  private static boolean isGoodHostSide(String text, PortForm container) {
    String published = text.substring(text.lastIndexOf(':') + 1);
    if (published.isEmpty()) {
      return text.isEmpty() || text.endsWith(":");
    }
    Optional<PortForm> host = PortForm.of(published);
    return host.isPresent() && (container.count() == 1 || host.get().count() == container.count());
  }

  private void readLong(At at) {
    Section.PORT.check(at, shapes.findings());
    String protocol = at.get("protocol").flatMap(shapes::text).orElse("tcp");
    Optional<At> target = at.get("target");
    if (target.isEmpty()) {
      shapes.findings().add(at, Code.SCHEMA, "This port has no target. Add the container's port.");
      return;
    }
    Optional<PortForm> container = shapes.text(target.get()).flatMap(PortForm::of);
    if (container.isEmpty() || container.get().count() > 1) {
      wrong(target.get());
    } else {
      add(at, container.get(), protocol);
    }
  }

  private void add(At at, PortForm form, String protocol) {
    if (!protocol.equals("tcp") && !protocol.equals("udp")) {
      shapes
          .findings()
          .add(at, Code.INVALID_VALUE, "A port's protocol is tcp or udp. Write one of them.");
      return;
    }
    if (form.count() > WIDEST) {
      shapes.findings().add(at, Code.OVER_LIMIT, "A range has at most 10 ports. Make it smaller.");
      return;
    }
    for (int port = form.from(); port <= form.to(); port++) {
      ports.add(new PortSpec(port, protocol));
    }
  }

  private void checkExposed(At at) {
    for (At item : shapes.items(at)) {
      Optional<String> text = shapes.text(item);
      if (text.isPresent() && PortForm.of(text.get().replaceFirst("/(tcp|udp)$", "")).isEmpty()) {
        wrong(item);
      }
    }
  }

  private void wrong(At at) {
    shapes
        .findings()
        .add(
            at,
            Code.INVALID_VALUE,
            at.quoted()
                + " is no port. Write the container's port from 1 to 65535, such as \"80\" or \"8080:80\".");
  }
}
