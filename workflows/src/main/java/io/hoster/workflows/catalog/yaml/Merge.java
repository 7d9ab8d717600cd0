package io.hoster.workflows.catalog.yaml;

import io.hoster.workflows.catalog.yaml.YamlNode.Entry;
import io.hoster.workflows.catalog.yaml.YamlNode.Mapping;
import io.hoster.workflows.catalog.yaml.YamlNode.Sequence;
import io.hoster.workflows.catalog.yaml.YamlProblem.Reason;
import java.util.ArrayList;
import java.util.List;

/** The merge key {@code <<}: a mapping, or a list of mappings of which the earlier ones win. */
final class Merge {

  private Merge() {}

  static List<Entry> entries(YamlNode value, String path) {
    return switch (value) {
      case Mapping mapping -> mapping.entries();
      case Sequence sequence -> {
        List<Entry> all = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
          all.addAll(item instanceof Mapping mapping ? mapping.entries() : refuse(item, path));
        }
        yield all;
      }
      case YamlNode.Scalar scalar -> refuse(scalar, path);
    };
  }

  private static List<Entry> refuse(YamlNode node, String path) {
    throw new UnreadableYaml(
        node.place(),
        path,
        Reason.SYNTAX,
        "What << merges must be a mapping or a list of mappings. Write an alias such as *defaults.");
  }
}
