package io.hoster.workflows.catalog.compose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The volumes of a file: the declared ones, and those that a service mounts without a name. */
final class VolumeNames {

  private final Set<String> names;
  private final Set<String> declared;

  VolumeNames(List<String> declared) {
    this.declared = new LinkedHashSet<>(declared);
    this.names = new LinkedHashSet<>(declared);
  }

  boolean isDeclared(String name) {
    return declared.contains(name);
  }

  /** A new name; the same file gives the same names. */
  String anonymous(String service) {
    int number = 1;
    while (!names.add(service + "-anonymous-" + number)) {
      number++;
    }
    return service + "-anonymous-" + number;
  }

  List<String> all() {
    return List.copyOf(new ArrayList<>(names));
  }
}
