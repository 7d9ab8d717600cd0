package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.hoster.ui.ChangeFeed;
import io.hoster.ui.Visitor;
import io.hoster.ui.api.Cursor;
import io.hoster.ui.api.Page;
import io.hoster.ui.component.AppIcon;
import io.hoster.ui.component.EmptyFace;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.KeysetRows;
import io.hoster.ui.component.ListPage;
import io.hoster.ui.component.State;
import io.hoster.ui.component.StateBadge;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Actor.StaffRole;
import io.hoster.workflows.operation.OperationKind;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that workflows do, newest first. */
@Route("staff/operations")
@Menu(title = "nav.operations", order = 21, icon = "vaadin:tasks")
@RolesAllowed({"SUPPORT", "OPERATOR"})
class OperationsView extends ListPage<StaffOperation> implements BeforeEnterObserver {

  private static final List<String> STATES =
      List.of("running", "waiting_for_person", "succeeded", "rolled_back", "cancelled");

  private final SupportService support;
  private final Actor actor;
  private final ComboBox<OperationKind> kind = new ComboBox<>();
  private final ComboBox<String> status = new ComboBox<>();
  private final TextField tenant;
  private StaffFilter filter = StaffFilter.ALL;

  OperationsView(SupportService support, Visitor visitor, ChangeFeed changes) {
    super(text("operations.title"), "staff/operations");
    this.support = support;
    this.actor = visitor.require();
    choice(kind, text("operations.kind"));
    kind.setItems(OperationKind.values());
    kind.setItemLabelGenerator(OperationKind::title);
    choice(status, text("operations.state"));
    status.setItems(STATES);
    status.setItemLabelGenerator(word -> State.ofOperation(word).word());
    tenant = textFilter(text("staff.tenant"), typed -> narrow());
    columns();
    changes.followAll(this, (table, id) -> table.equals("operation"), this::refresh);
  }

  private <C> void choice(ComboBox<C> box, String label) {
    box.setPlaceholder(label);
    box.setAriaLabel(label);
    box.setClearButtonVisible(true);
    box.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        narrow();
      }
    });
    addFilter(box);
  }

  private void columns() {
    grid.addComponentColumn(StaffCells::subject).setHeader(text("staff.app")).setFlexGrow(2);
    grid.addComponentColumn(row -> new Span(StaffCells.where(row)))
        .setHeader(text("operations.what"))
        .setFlexGrow(3);
    grid.addComponentColumn(row -> StateBadge.of(State.ofOperation(row.status())))
        .setHeader(text("operations.state"))
        .setFlexGrow(0)
        .setWidth("11rem");
    grid.addColumn(StaffOperation::attempts)
        .setHeader(text("staff.attempts"))
        .setFlexGrow(0)
        .setWidth("6rem");
    grid.addComponentColumn(row -> HosterTime.ago(row.startedAt()))
        .setHeader(text("operations.started"))
        .setFlexGrow(0)
        .setWidth("8rem");
    if (actor.isStaff(StaffRole.OPERATOR)) {
      grid.addComponentColumn(
              row -> StaffCells.run(row.workflowLink(), text("operations.open-run")))
          .setHeader(text("operations.run"))
          .setFlexGrow(0)
          .setWidth("7rem");
    }
  }

  @Override
  protected KeysetRows.Stretch<StaffOperation> read(@Nullable String after) {
    Page<StaffOperation> page = support.operations(actor, filter, Cursor.decode(after), STRETCH);
    return new KeysetRows.Stretch<>(page.data(), page.nextCursor());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters asked = event.getLocation().getQueryParameters();
    asked
        .getSingleParameter("type")
        .flatMap(word ->
            Arrays.stream(OperationKind.values())
                .filter(known -> known.name().equalsIgnoreCase(word))
                .findFirst())
        .ifPresentOrElse(kind::setValue, kind::clear);
    asked
        .getSingleParameter("state")
        .filter(STATES::contains)
        .ifPresentOrElse(status::setValue, status::clear);
    tenant.setValue(asked.getSingleParameter("tenant").orElse(""));
    read();
  }

  private void narrow() {
    read();
    Map<String, String> address = new LinkedHashMap<>();
    address.put("type", filter.kind());
    address.put("state", filter.status());
    address.put("tenant", filter.tenant());
    remember(address);
  }

  private void read() {
    OperationKind wanted = kind.getValue();
    String state = status.getValue();
    filter =
        new StaffFilter(
            wanted == null ? "" : wanted.name().toLowerCase(Locale.ROOT),
            state == null ? "" : state,
            "",
            "",
            tenant.getValue().strip(),
            "");
    refresh();
  }

  @Override
  protected Component emptyFace() {
    return new EmptyFace(AppIcon.ACTIVITY, text("operations.none"), "");
  }
}
