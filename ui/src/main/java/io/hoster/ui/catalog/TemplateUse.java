package io.hoster.ui.catalog;

import io.hoster.store.catalog.TemplateUserRow;
import io.hoster.ui.Problem;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;

/**
 * Who uses a template: the own deployments by name, those of others as a number, for their names
 * are not the author's to know.
 */
record TemplateUse(List<String> own, int others, int tenants) {

  private static final int NAMED = 10;

  TemplateUse {
    own = List.copyOf(own);
  }

  static TemplateUse of(TenantId tenant, List<TemplateUserRow> users) {
    List<String> own =
        users.stream()
            .filter(user -> user.tenant().equals(tenant))
            .map(TemplateUserRow::name)
            .distinct()
            .toList();
    List<TemplateUserRow> others =
        users.stream().filter(user -> !user.tenant().equals(tenant)).toList();
    return new TemplateUse(
        own,
        (int) others.stream().map(TemplateUserRow::deployment).distinct().count(),
        (int) others.stream().map(TemplateUserRow::tenant).distinct().count());
  }

  /** 409 with who uses it. */
  Problem inUse() {
    StringBuilder said = new StringBuilder();
    if (!own.isEmpty()) {
      said.append("Yours: ").append(String.join(", ", own.subList(0, Math.min(NAMED, own.size()))));
      said.append(own.size() > NAMED ? " and " + (own.size() - NAMED) + " more. " : ". ");
    }
    if (others > 0) {
      said.append(others)
          .append(others == 1 ? " deployment of " : " deployments of ")
          .append(tenants)
          .append(tenants == 1 ? " other customer. " : " other customers. ");
    }
    return Problem.conflict(
        "in_use", "This is in use. " + said + "Deprecate it, so that no more come.");
  }
}
