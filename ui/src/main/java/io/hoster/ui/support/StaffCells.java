package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Span;
import io.hoster.ui.component.TwoLines;
import io.hoster.ui.deployment.Deployment;
import io.hoster.workflows.operation.OperationKind;
import java.util.Locale;

/** Cells that several lists of staff share. */
final class StaffCells {

  private StaffCells() {}

  /** What is copied and compared, such as an id. */
  static Span code(String words) {
    Span code = new Span(words);
    code.addClassName("code");
    return code;
  }

  /** A run in Temporal's own pages, in a tab of its own. */
  static Anchor run(String link, String words) {
    Anchor run = new Anchor(link, words);
    run.setRouterIgnore(true);
    run.setTarget(AnchorTarget.BLANK);
    return run;
  }

  /** A tenant's name, leading to its page. */
  static Anchor tenant(String id, String name) {
    Anchor tenant = new Anchor("staff/tenants/" + id, name);
    tenant.addClassName("secondary");
    return tenant;
  }

  /** The app, leading to the operation, above its tenant. */
  static Component subject(StaffOperation row) {
    Anchor name = new Anchor("staff/operations/" + row.id(), row.deploymentName());
    name.addClassName("row-link");
    return new TwoLines(name, tenant(row.tenant().id(), row.tenant().name()));
  }

  /** "Setting up: Pull images, step 5 of 12" above the reason. */
  static Component problem(StaffOperation row) {
    Deployment.Failure failure = row.failure();
    return TwoLines.of(
        new Span(where(row)),
        failure == null
            ? text("inbox.stands", where(row))
            : failure.code() + ": " + failure.message());
  }

  /** What is done and where it stands. */
  static String where(StaffOperation row) {
    String title = OperationKind.valueOf(row.kind().toUpperCase(Locale.ROOT)).title();
    String step = row.step();
    return step == null ? title : text("staff.where", title, step, row.position(), row.total());
  }
}
