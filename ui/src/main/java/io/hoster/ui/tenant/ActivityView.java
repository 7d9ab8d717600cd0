package io.hoster.ui.tenant;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.hoster.ui.Visitor;
import io.hoster.ui.api.Cursor;
import io.hoster.ui.api.Page;
import jakarta.annotation.security.PermitAll;

/** Who did what in the reader's account, newest first. */
@Route("activity")
@Menu(title = "nav.activity", order = 9, icon = "vaadin:time-backward")
@PermitAll
class ActivityView extends AuditPage {

  private final ActivityService activity;

  ActivityView(ActivityService activity, Visitor visitor) {
    super(text("activity.title"), "activity", visitor.require());
    this.activity = activity;
  }

  @Override
  Page<ActivityService.Entry> entries(Cursor start, int limit) {
    return activity.audit(actor(), start, limit);
  }
}
