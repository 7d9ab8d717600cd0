package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.hoster.ui.ChangeFeed;
import io.hoster.ui.Visitor;
import io.hoster.ui.component.AppIcon;
import io.hoster.ui.component.EmptyFace;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.KeysetRows;
import io.hoster.ui.component.ListPage;
import io.hoster.ui.component.Texts;
import io.hoster.ui.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What needs somebody, longest first; decided about one by one or many at once. */
@Route("staff/inbox")
@Menu(title = "nav.inbox", order = 20, icon = "vaadin:inbox")
@RolesAllowed({"SUPPORT", "OPERATOR"})
class InboxView extends ListPage<StaffOperation> implements BeforeEnterObserver {

  private static final Set<String> TABLES = Set.of("operation", "deployment", "command");
  private static final int MOST = 200;

  /** What stands for too long shows although nothing changes. */
  private static final Duration LOOK = Duration.ofSeconds(30);

  private final SupportService support;
  private final Actor actor;
  private final TextField tenant;
  private final Checkbox mine = new Checkbox(text("inbox.mine"));
  private final BulkBar bulk;
  private StaffFilter filter = StaffFilter.ALL;

  InboxView(SupportService support, Visitor visitor, ChangeFeed changes) {
    super(text("inbox.title"), "staff/inbox");
    this.support = support;
    this.actor = visitor.require();
    this.tenant = textFilter(text("staff.tenant"), typed -> narrow(with(typed, mine.getValue())));
    mine.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        narrow(with(filter.tenant(), change.getValue()));
      }
    });
    addFilter(mine);
    addFilter(new Anchor("staff/runbooks/" + Runbooks.INDEX, text("nav.runbooks")));
    bulk = new BulkBar(support, actor, this::refresh);
    setBefore(bulk);
    columns();
    changes.followAll(this, (table, id) -> TABLES.contains(table), this::refresh);
    changes.every(this, LOOK, this::refresh);
  }

  private StaffFilter with(String tenantText, boolean onlyMine) {
    return new StaffFilter(
        filter.kind(),
        "",
        filter.step(),
        filter.code(),
        tenantText,
        onlyMine ? actor.user().value() : "");
  }

  private void columns() {
    grid.setSelectionMode(Grid.SelectionMode.MULTI);
    grid.addSelectionListener(selection -> bulk.select(selection.getAllSelectedItems()));
    grid.addComponentColumn(StaffCells::subject).setHeader(text("staff.app")).setFlexGrow(2);
    grid.addComponentColumn(StaffCells::problem).setHeader(text("inbox.problem")).setFlexGrow(4);
    grid.addComponentColumn(row -> HosterTime.ago(row.since()))
        .setHeader(text("inbox.since"))
        .setFlexGrow(0)
        .setWidth("8rem");
    grid.addColumn(StaffOperation::attempts)
        .setHeader(text("staff.attempts"))
        .setFlexGrow(0)
        .setWidth("6rem");
    grid.addColumn(row -> Texts.or(row.assignee(), text("inbox.nobody")))
        .setHeader(text("inbox.assignee"))
        .setFlexGrow(1);
  }

  @Override
  protected KeysetRows.Stretch<StaffOperation> read(@Nullable String after) {
    return new KeysetRows.Stretch<>(support.attention(actor, filter, MOST), null);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters asked = event.getLocation().getQueryParameters();
    boolean onlyMine = asked.getSingleParameter("mine").isPresent();
    filter =
        new StaffFilter(
            asked.getSingleParameter("type").orElse(""),
            "",
            asked.getSingleParameter("step").orElse(""),
            asked.getSingleParameter("reason").orElse(""),
            asked.getSingleParameter("tenant").orElse(""),
            onlyMine ? actor.user().value() : "");
    tenant.setValue(filter.tenant());
    mine.setValue(onlyMine);
    refresh();
  }

  private void narrow(StaffFilter wanted) {
    filter = wanted;
    Map<String, String> address = new LinkedHashMap<>();
    address.put("type", wanted.kind());
    address.put("step", wanted.step());
    address.put("reason", wanted.code());
    address.put("tenant", wanted.tenant());
    address.put("mine", wanted.assignee().isEmpty() ? "" : "1");
    remember(address);
    refresh();
  }

  /** What was selected and is still there stays selected. */
  @Override
  protected void refresh() {
    Set<StaffOperation> before = Set.copyOf(grid.getSelectedItems());
    super.refresh();
    List<String> ids = before.stream().map(StaffOperation::id).toList();
    grid.deselectAll();
    read(null).rows().stream().filter(row -> ids.contains(row.id())).forEach(grid::select);
  }

  @Override
  protected Component emptyFace() {
    if (!filter.equals(StaffFilter.ALL)) {
      Anchor all = new Anchor("staff/inbox", text("clear-filters"));
      all.addClassName("link-button");
      return new EmptyFace(AppIcon.SEARCH, text("inbox.no-match"), "", all);
    }
    EmptyFace face = new EmptyFace(AppIcon.DONE, text("inbox.none"), "");
    support
        .lastSolved(actor)
        .ifPresent(at -> face.add(HosterTime.ago(at, text("inbox.last-solved"))));
    return face;
  }
}
