package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import java.util.List;

/** {@code labels}: checked and then dropped, for the platform's own labels take their place. */
final class Labels {

  private static final int MOST = 32;
  private static final List<String> RESERVED =
      List.of("io.hoster.", "com.docker.", "traefik.", "caddy");

  private Labels() {}

  static void check(At owner, Shapes shapes) {
    owner.get("labels").ifPresent(at -> checkAll(at, shapes));
  }

  private static void checkAll(At at, Shapes shapes) {
    if (at.isList()) {
      at.items().forEach(item -> shapes.text(item).ifPresent(text -> checkOne(item, text, shapes)));
    } else {
      shapes.fields(at).forEach(field -> checkOne(field.name(), field.key(), shapes));
    }
    if (Math.max(at.items().size(), at.fields().size()) > MOST) {
      shapes.findings().add(at, Code.OVER_LIMIT, "There are at most 32 labels. Remove some.");
    }
  }

  private static void checkOne(At at, String label, Shapes shapes) {
    for (String prefix : RESERVED) {
      if (label.startsWith(prefix)) {
        shapes
            .findings()
            .add(
                at,
                Code.NOT_ALLOWED,
                "Labels that begin with " + prefix + " steer the platform. Remove it.");
      }
    }
  }
}
