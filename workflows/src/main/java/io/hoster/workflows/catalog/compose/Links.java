package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import io.hoster.workflows.deployment.ServicePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.BiConsumer;

/**
 * {@code links}, from an older format: {@code service[:alias]}. The alias becomes a name of the
 * linked service; that it starts first is for {@link Dependencies}.
 */
final class Links {

  private static final int MOST = 20;

  private final SortedSet<String> services;
  private final Shapes shapes;
  private final Map<String, List<String>> aliases = new LinkedHashMap<>();

  Links(SortedSet<String> services, Shapes shapes) {
    this.services = services;
    this.shapes = shapes;
  }

  /** Hands each link's place and the linked service to {@code each}. */
  static void read(At service, Shapes shapes, BiConsumer<At, String> each) {
    List<At> items = service.get("links").map(shapes::items).orElse(List.of());
    if (items.size() > MOST) {
      shapes
          .findings()
          .add(service, Code.OVER_LIMIT, "A service has at most 20 links. Remove some.");
    }
    items.stream()
        .limit(MOST)
        .forEach(item -> shapes.text(item).ifPresent(text -> each.accept(item, linked(text))));
  }

  private static String linked(String text) {
    return text.indexOf(':') < 0 ? text : text.substring(0, text.indexOf(':'));
  }

  /** Takes the aliases of one service's links. */
  void add(At service) {
    service.get("links").map(At::items).orElse(List.of()).stream()
        .limit(MOST)
        .forEach(item -> shapes.text(item).ifPresent(text -> add(item, text)));
  }

  private void add(At at, String text) {
    String service = linked(text);
    if (service.length() == text.length() || text.equals(service + ":" + service)) {
      return;
    }
    String alias = text.substring(service.length() + 1);
    if (services.contains(alias)) {
      shapes
          .findings()
          .add(
              at,
              Code.INVALID_VALUE,
              at.quoted() + " gives a service the name of another one. Choose another alias.");
    } else if (NetworkUse.isHostName(alias)) {
      aliases.computeIfAbsent(service, name -> new ArrayList<>()).add(alias);
    } else {
      shapes
          .findings()
          .add(
              at,
              Code.INVALID_VALUE,
              at.quoted() + " has an alias that is no host name. Write service:alias.");
    }
  }

  /** The service with the aliases that others link it by. */
  ServicePlan with(ServicePlan service) {
    List<String> more = aliases.get(service.name());
    if (more == null) {
      return service;
    }
    List<String> all = new ArrayList<>(service.aliases());
    more.stream().filter(alias -> !all.contains(alias)).forEach(all::add);
    return service.withAliases(all.stream().distinct().toList());
  }
}
