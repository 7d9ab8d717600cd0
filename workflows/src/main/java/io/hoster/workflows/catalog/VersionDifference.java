package io.hoster.workflows.catalog;

import io.hoster.workflows.catalog.VersionChange.Subject;
import io.hoster.workflows.deployment.DeploymentPlan;
import io.hoster.workflows.deployment.ServicePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a customer gets by going from one version of a template to another. Pure.
 *
 * @param changes images, then variables, volumes and the price; by name
 * @param asks variables of the later version that nobody has a value for yet
 * @param servesMeanwhile whether the earlier one serves until the later one is healthy: that two
 *     stand side by side is possible where neither keeps data in volumes
 */
public record VersionDifference(
    List<VersionChange> changes, List<Variable> asks, boolean servesMeanwhile) {

  public VersionDifference {
    changes = List.copyOf(changes);
    asks = List.copyOf(asks);
  }

  /** A version and what it comes to with a customer's values. */
  public record Side(TemplateDefinition template, DeploymentPlan plan) {}

  /**
   * Compares two versions.
   *
   * @param known names of variables that have a value
   */
  public static VersionDifference between(Side before, Side after, SortedSet<String> known) {
    List<VersionChange> changes = new ArrayList<>();
    compare(Subject.IMAGE, images(before.plan()), images(after.plan()), changes);
    compare(Subject.VARIABLE, labels(before.template()), labels(after.template()), changes);
    compare(Subject.VOLUME, volumes(before.plan()), volumes(after.plan()), changes);
    compare(Subject.PRICE, price(before.template()), price(after.template()), changes);
    return new VersionDifference(
        changes,
        after.template().variables().stream().filter(v -> mustBeAsked(v, known)).toList(),
        before.plan().volumes().isEmpty() && after.plan().volumes().isEmpty());
  }

  private static boolean mustBeAsked(Variable variable, SortedSet<String> known) {
    return variable.required()
        && !known.contains(variable.name())
        && variable.defaultValue() == null
        && variable.generate() == null;
  }

  private static void compare(
      Subject subject,
      SortedMap<String, String> before,
      SortedMap<String, String> after,
      List<VersionChange> changes) {
    SortedSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      @Nullable String was = before.get(name);
      @Nullable String is = after.get(name);
      if (was == null || !was.equals(is)) {
        changes.add(new VersionChange(subject, name, was, is));
      }
    }
  }

  private static SortedMap<String, String> images(DeploymentPlan plan) {
    SortedMap<String, String> images = new TreeMap<>();
    for (ServicePlan service : plan.services()) {
      images.put(service.name(), service.image());
    }
    return images;
  }

  private static SortedMap<String, String> labels(TemplateDefinition template) {
    SortedMap<String, String> labels = new TreeMap<>();
    template.variables().forEach(variable -> labels.put(variable.name(), variable.label()));
    return labels;
  }

  private static SortedMap<String, String> volumes(DeploymentPlan plan) {
    SortedMap<String, String> volumes = new TreeMap<>();
    for (ServicePlan service : plan.services()) {
      for (ServicePlan.MountSpec mount : service.volumes()) {
        String volume = mount.volume();
        if (volume != null) {
          String place = service.name() + ":" + mount.target();
          volumes.merge(volume, place, (others, one) -> others + ", " + one);
        }
      }
    }
    return volumes;
  }

  private static SortedMap<String, String> price(TemplateDefinition template) {
    SortedMap<String, String> price = new TreeMap<>();
    long minor = template.priceMinor();
    price.put(
        "",
        String.format(Locale.ROOT, "%d.%02d %s", minor / 100, minor % 100, template.currency()));
    return price;
  }
}
