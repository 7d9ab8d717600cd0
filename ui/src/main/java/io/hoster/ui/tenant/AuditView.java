package io.hoster.ui.tenant;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.hoster.ui.Visitor;
import io.hoster.ui.api.Cursor;
import io.hoster.ui.api.Page;
import jakarta.annotation.security.RolesAllowed;

/** Everything that anybody did, newest first; nothing of it can be changed. */
@Route("staff/audit")
@Menu(title = "nav.audit", order = 26, icon = "vaadin:archive")
@RolesAllowed("STAFF")
class AuditView extends AuditPage {

  private final ActivityService activity;

  AuditView(ActivityService activity, Visitor visitor) {
    super(text("audit.title"), "staff/audit", visitor.require());
    this.activity = activity;
  }

  @Override
  Page<ActivityService.Entry> entries(Cursor start, int limit) {
    return activity.auditOfAll(actor(), start, limit);
  }
}
