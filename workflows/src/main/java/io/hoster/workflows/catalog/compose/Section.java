package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The policy's table: the mappings of a compose file, and what is done with each key that may stand
 * in one. A key without a row is refused: unknown never means allowed.
 */
@SuppressWarnings("ImmutableEnumChecker") // the rows are filled once and never handed out to change
public enum Section {
  FILE("", FileRules.FILE),
  SERVICE("services.*", ServiceRules.ALL),
  PORT("services.*.ports[]", PartRules.PORT),
  MOUNT("services.*.volumes[]", PartRules.MOUNT),
  MOUNT_VOLUME("services.*.volumes[].volume", PartRules.MOUNT_VOLUME),
  MOUNT_TMPFS("services.*.volumes[].tmpfs", PartRules.MOUNT_TMPFS),
  DEPENDENCY("services.*.depends_on.*", PartRules.DEPENDENCY),
  HEALTHCHECK("services.*.healthcheck", PartRules.HEALTHCHECK),
  DEPLOY("services.*.deploy", PartRules.DEPLOY),
  RESOURCES("services.*.deploy.resources", PartRules.RESOURCES),
  LIMITS("services.*.deploy.resources.limits", PartRules.LIMITS),
  NETWORK_USE("services.*.networks.*", PartRules.NETWORK_USE),
  CONFIG_USE("services.*.configs[]", PartRules.CONFIG_USE),
  SECRET_USE("services.*.secrets[]", PartRules.SECRET_USE),
  ULIMITS("services.*.ulimits", PartRules.ULIMITS),
  ULIMIT("services.*.ulimits.*", PartRules.ULIMIT),
  VOLUME("volumes.*", FileRules.VOLUME),
  NETWORK("networks.*", FileRules.NETWORK),
  CONFIG("configs.*", FileRules.CONFIG),
  SECRET("secrets.*", FileRules.SECRET);

  private final String path;
  private final Map<String, KeyRule> rules = new LinkedHashMap<>();

  Section(String path, List<KeyRule> rules) {
    this.path = path;
    for (KeyRule rule : rules) {
      if (this.rules.put(rule.key(), rule) != null) {
        throw new IllegalStateException(rule.key() + " has two rows under " + path);
      }
    }
  }

  /**
   * Where in a file the section stands, such as {@code services.*.ports[]}; the file itself: "".
   */
  public String path() {
    return path;
  }

  /** The rows, in the order in which a page shows them. */
  public List<KeyRule> rules() {
    return List.copyOf(rules.values());
  }

  /** Finds every key of {@code mapping} that may not be there, and notes what is rewritten. */
  void check(At mapping, Findings findings) {
    for (At.Field field : mapping.fields()) {
      if (!field.key().startsWith("x-")) {
        check(field, findings);
      }
    }
  }

  private void check(At.Field field, Findings findings) {
    KeyRule rule = rules.get(field.key());
    if (rule == null) {
      findings.addLast(
          field.name(),
          Code.UNKNOWN_KEY,
          Quoted.of(field.key())
              + " is not a key that is known here. Check its spelling or remove it.");
    } else if (rule.decision() == Decision.REFUSE) {
      findings.addLast(
          field.name(), Code.NOT_ALLOWED, Quoted.of(field.key()) + " " + rule.sentence());
    } else if (rule.decision() == Decision.REWRITE) {
      findings.note(field.name(), Quoted.of(field.key()) + " " + rule.sentence());
    }
  }
}
