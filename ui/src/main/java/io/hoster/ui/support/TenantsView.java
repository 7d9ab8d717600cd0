package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.hoster.ui.Visitor;
import io.hoster.ui.api.Cursor;
import io.hoster.ui.api.Page;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.KeysetRows;
import io.hoster.ui.component.SearchPage;
import io.hoster.ui.component.State;
import io.hoster.ui.component.StateBadge;
import io.hoster.ui.component.Texts;
import io.hoster.ui.component.TwoLines;
import io.hoster.ui.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** Who has what. */
@Route("staff/tenants")
@Menu(title = "nav.tenants", order = 24, icon = "vaadin:building-o")
@RolesAllowed("STAFF")
class TenantsView extends SearchPage<StaffTenant> {

  private final TenantsService tenants;
  private final Actor actor;

  TenantsView(TenantsService tenants, Visitor visitor) {
    super(text("tenants.title"), "staff/tenants", text("tenants.search"), text("tenants.none"));
    this.tenants = tenants;
    this.actor = visitor.require();
    grid.addComponentColumn(TenantsView::name).setHeader(text("staff.tenant-name")).setFlexGrow(3);
    grid.addColumn(StaffTenant::plan).setHeader(text("tenants.plan")).setFlexGrow(1);
    grid.addComponentColumn(TenantsView::state).setHeader(text("operations.state")).setFlexGrow(1);
    grid.addColumn(row -> text("tenants.apps", row.running(), row.deployments()))
        .setHeader(text("tenants.deployments"))
        .setFlexGrow(1);
    grid.addComponentColumn(row -> HosterTime.ago(row.createdAt()))
        .setHeader(text("tenants.since"))
        .setFlexGrow(0)
        .setWidth("8rem");
  }

  private static Component name(StaffTenant row) {
    Anchor name = new Anchor("staff/tenants/" + row.id(), row.name());
    name.addClassName("row-link");
    return TwoLines.of(name, Texts.or(row.owner(), text("tenants.no-owner")));
  }

  private static Component state(StaffTenant row) {
    return row.suspendedAt() == null
        ? new Span(text("tenants.active"))
        : StateBadge.of(State.SUSPENDED);
  }

  @Override
  protected KeysetRows.Stretch<StaffTenant> read(@Nullable String after) {
    Page<StaffTenant> page = tenants.search(actor, wanted(), Cursor.decode(after), STRETCH);
    return new KeysetRows.Stretch<>(page.data(), page.nextCursor());
  }
}
