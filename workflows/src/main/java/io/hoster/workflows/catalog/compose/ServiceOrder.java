package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.deployment.ServicePlan.Dependency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts services after all they depend on, else in the file's order. */
final class ServiceOrder {

  /** What came of ordering. */
  sealed interface Order {

    /** All services, in an order that works. */
    record Of(List<ServicePlan> services) implements Order {}

    /** The services that wait for each other; the first one stands at the end again. */
    record Cycle(List<String> names) implements Order {}
  }

  private final Map<String, ServicePlan> services = new LinkedHashMap<>();
  private final Set<String> placed = new LinkedHashSet<>();
  private final List<String> way = new ArrayList<>();
  private final List<ServicePlan> order = new ArrayList<>();

  private ServiceOrder(List<ServicePlan> services) {
    services.forEach(service -> this.services.put(service.name(), service));
  }

  static Order of(List<ServicePlan> services) {
    ServiceOrder order = new ServiceOrder(services);
    for (ServicePlan service : services) {
      if (!order.place(service)) {
        return new Order.Cycle(order.way);
      }
    }
    return new Order.Of(order.order);
  }

  /** False when a cycle was met, which is then in {@code way}. */
  private boolean place(ServicePlan service) {
    int seen = way.indexOf(service.name());
    way.add(service.name());
    if (seen >= 0) {
      way.subList(0, seen).clear();
      return false;
    }
    if (placed.add(service.name())) {
      for (Dependency dependency : service.dependsOn()) {
        ServicePlan needed = services.get(dependency.service());
        if (needed != null && !place(needed)) {
          return false;
        }
      }
      order.add(service);
    }
    way.removeLast();
    return true;
  }
}
