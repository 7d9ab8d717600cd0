package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.hoster.ui.deployment.Deployment;
import io.hoster.workflows.operation.OperationKind;
import java.util.Locale;

/** Cells that several lists of staff share. */
final class StaffCells {

  private StaffCells() {}

  static String page(String operation) {
    return "staff/operations/" + operation;
  }

  /** The app, leading to the operation, above its tenant. */
  static Component subject(StaffOperation row) {
    Anchor name = new Anchor(page(row.id()), row.deploymentName());
    name.addClassName("row-link");
    Anchor tenant = new Anchor("staff/tenants/" + row.tenant().id(), row.tenant().name());
    tenant.addClassName("secondary");
    return twoLines(name, tenant);
  }

  /** "Setting up: Pull images, step 5 of 12" above the reason. */
  static Component problem(StaffOperation row) {
    Deployment.Failure failure = row.failure();
    Span why =
        new Span(
            failure == null
                ? text("inbox.stands", where(row))
                : failure.code() + ": " + failure.message());
    why.addClassName("secondary");
    return twoLines(new Span(where(row)), why);
  }

  /** What is done and where it stands. */
  static String where(StaffOperation row) {
    String title = OperationKind.valueOf(row.kind().toUpperCase(Locale.ROOT)).title();
    String step = row.step();
    return step == null ? title : text("staff.where", title, step, row.position(), row.total());
  }

  private static Component twoLines(Component first, Component second) {
    Div lines = new Div(first, second);
    lines.addClassName("two-lines");
    return lines;
  }
}
