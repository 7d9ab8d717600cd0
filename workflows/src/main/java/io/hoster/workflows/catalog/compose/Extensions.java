package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.yaml.YamlNode;
import io.hoster.workflows.catalog.yaml.YamlNode.Entry;
import io.hoster.workflows.catalog.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;

/** Takes out extensions, the keys {@code x-…}: they are inert, and nothing may read them. */
final class Extensions {

  private Extensions() {}

  /** The file without them at the top, in each service and in each service's parts. */
  static YamlNode strip(YamlNode root) {
    return mapping(root, true, (key, value) -> key.equals("services") ? services(value) : value);
  }

  private static YamlNode services(YamlNode services) {
    return mapping(services, false, (name, service) -> mapping(service, true, Extensions::part));
  }

  private static YamlNode part(String key, YamlNode value) {
    return key.equals("healthcheck") || key.equals("deploy")
        ? mapping(value, true, Extensions::part)
        : value;
  }

  private interface Inner {
    YamlNode strip(String key, YamlNode value);
  }

  private static YamlNode mapping(YamlNode node, boolean extensible, Inner inner) {
    if (!(node instanceof Mapping mapping)) {
      return node;
    }
    List<Entry> kept = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      if (!extensible || !entry.key().startsWith("x-")) {
        kept.add(new Entry(entry.key(), entry.place(), inner.strip(entry.key(), entry.value())));
      }
    }
    return new Mapping(kept, mapping.place());
  }
}
