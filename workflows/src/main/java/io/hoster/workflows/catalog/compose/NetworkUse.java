package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code networks} of a service: names, and other names by which the service is reached on them.
 *
 * @param networks as the file names them
 * @param aliases without the service's own name
 */
record NetworkUse(List<String> networks, List<String> aliases) {

  private static final Pattern HOST_NAME =
      Pattern.compile(
          "[A-Za-z0-9]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?){0,5}");
  private static final int MOST_ALIASES = 20;

  static NetworkUse read(At service, List<String> declared, Shapes shapes) {
    NetworkUse use = new NetworkUse(new ArrayList<>(), new ArrayList<>());
    service.get("networks").ifPresent(at -> use.readAll(at, declared, shapes));
    return use;
  }

  private void readAll(At at, List<String> declared, Shapes shapes) {
    if (at.isList()) {
      for (At item : at.items()) {
        shapes.text(item).ifPresent(name -> addNetwork(item, name, declared, shapes));
      }
      return;
    }
    for (At.Field field : shapes.fields(at)) {
      addNetwork(field.name(), field.key(), declared, shapes);
      shapes.fields(field.value());
      Section.NETWORK_USE.check(field.value(), shapes.findings());
      field.value().get("aliases").ifPresent(list -> readAliases(list, shapes));
    }
  }

  private void addNetwork(At at, String name, List<String> declared, Shapes shapes) {
    if (!declared.contains(name) && !name.equals("default")) {
      shapes
          .findings()
          .add(
              at,
              Code.INVALID_VALUE,
              "This network is not declared. Add it under the file's networks.");
    } else if (!networks.contains(name)) {
      networks.add(name);
    }
  }

  private void readAliases(At at, Shapes shapes) {
    for (At item : shapes.items(at)) {
      shapes.text(item).ifPresent(alias -> addAlias(item, alias, shapes));
    }
    if (aliases.size() > MOST_ALIASES) {
      shapes.findings().add(at, Code.OVER_LIMIT, "A service has at most 20 aliases. Remove some.");
    }
  }

  static boolean isHostName(String text) {
    return text.length() <= 253 && HOST_NAME.matcher(text).matches();
  }

  private void addAlias(At at, String alias, Shapes shapes) {
    if (!isHostName(alias)) {
      shapes
          .findings()
          .add(
              at,
              Code.INVALID_VALUE,
              at.quoted() + " is no host name. Use letters, digits and hyphens.");
    } else if (!aliases.contains(alias)) {
      aliases.add(alias);
    }
  }
}
