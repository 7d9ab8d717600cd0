package io.hoster.ui.tenant;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import io.hoster.ui.api.Cursor;
import io.hoster.ui.api.Page;
import io.hoster.ui.component.AppIcon;
import io.hoster.ui.component.EmptyFace;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.KeysetRows;
import io.hoster.ui.component.ListPage;
import io.hoster.ui.component.Texts;
import io.hoster.ui.component.TwoLines;
import io.hoster.ui.security.Actor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lines of the audit: who did what to which thing, from where, and what changed by it. */
abstract class AuditPage extends ListPage<ActivityService.Entry> implements BeforeEnterObserver {

  private final Actor actor;

  AuditPage(String title, String path, Actor actor) {
    super(title, path);
    this.actor = actor;
    grid.addComponentColumn(entry -> HosterTime.ago(entry.at()))
        .setHeader(text("audit.when"))
        .setFlexGrow(0)
        .setWidth("9rem");
    grid.addColumn(ActivityService.Entry::actor).setHeader(text("audit.who")).setFlexGrow(1);
    grid.addComponentColumn(AuditPage::what).setHeader(text("audit.what")).setFlexGrow(3);
    grid.addColumn(entry -> Texts.or(entry.address(), "")).setHeader(text("audit.from"));
  }

  final Actor actor() {
    return actor;
  }

  abstract Page<ActivityService.Entry> entries(Cursor start, int limit);

  private static Component what(ActivityService.Entry entry) {
    Span deed = new Span(entry.action().replace('.', ' ').replace('_', ' '));
    Span thing = new Span(entry.subjectId() + change(entry.before(), entry.after()));
    thing.addClassNames("secondary", "code");
    return new TwoLines(deed, thing);
  }

  private static String change(@Nullable JsonNode before, @Nullable JsonNode after) {
    if (before == null && after == null) {
      return "";
    }
    return " " + said(before) + (after == null ? "" : " → " + said(after));
  }

  private static String said(@Nullable JsonNode value) {
    return value == null ? "" : value.isString() ? value.asString() : value.toString();
  }

  @Override
  protected KeysetRows.Stretch<ActivityService.Entry> read(@Nullable String after) {
    Page<ActivityService.Entry> page = entries(Cursor.decode(after), STRETCH);
    return new KeysetRows.Stretch<>(page.data(), page.nextCursor());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    refresh();
  }

  @Override
  protected Component emptyFace() {
    return new EmptyFace(AppIcon.ACTIVITY, text("audit.none"), "");
  }
}
