package io.hoster.ui.tenant;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.hoster.ui.Problem;
import io.hoster.ui.Visitor;
import io.hoster.ui.api.Cursor;
import io.hoster.ui.api.Page;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.KeysetRows;
import io.hoster.ui.component.SearchPage;
import io.hoster.ui.component.TwoLines;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Actor.StaffRole;
import io.hoster.workflows.tenant.UserId;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everybody who has an account, and which of them are staff. */
@Route("staff/people")
@Menu(title = "nav.people", order = 25, icon = "vaadin:group")
@RolesAllowed("STAFF")
class PeopleView extends SearchPage<StaffService.ListedUser> {

  private static final List<String> ROLES = List.of("support", "finance", "operator", "admin");

  private final StaffService staff;
  private final Actor actor;

  PeopleView(StaffService staff, Visitor visitor) {
    super(text("people.title"), "staff/people", text("people.search"), text("people.none"));
    this.staff = staff;
    this.actor = visitor.require();
    grid.addComponentColumn(PeopleView::name).setHeader(text("people.who")).setFlexGrow(3);
    grid.addColumn(PeopleView::roles).setHeader(text("people.roles")).setFlexGrow(2);
    grid.addComponentColumn(user -> HosterTime.ago(user.createdAt()))
        .setHeader(text("tenants.since"))
        .setFlexGrow(0)
        .setWidth("8rem");
    if (actor.isStaff(StaffRole.ADMIN)) {
      grid.addComponentColumn(this::change).setHeader("").setFlexGrow(0).setWidth("8rem");
    }
  }

  private static Component name(StaffService.ListedUser user) {
    return TwoLines.of(new Span(user.name()), user.email());
  }

  private static String roles(StaffService.ListedUser user) {
    return user.staffRoles().isEmpty()
        ? text("people.customer")
        : user.staffRoles().stream()
            .map(role -> text("role." + role))
            .collect(Collectors.joining(", "));
  }

  private Component change(StaffService.ListedUser user) {
    Button change = new Button(text("people.change"), click -> dialog(user).open());
    change.setAriaLabel(text("people.change-of", user.name()));
    return change;
  }

  private Dialog dialog(StaffService.ListedUser user) {
    Dialog dialog = new Dialog(text("people.change-of", user.name()));
    FieldProblems problems = new FieldProblems();
    CheckboxGroup<String> roles = new CheckboxGroup<>(text("people.roles"));
    roles.setItems(ROLES);
    roles.setItemLabelGenerator(role -> text("role." + role) + ": " + text("role.may." + role));
    roles.setValue(user.staffRoles());
    problems.at("/staff_roles", roles);
    Div content = new Div(problems, roles);
    content.addClassName("stack");
    dialog.add(content);
    Button keep = new Button(text("cancel"), click -> dialog.close());
    keep.addThemeVariants(ButtonVariant.TERTIARY);
    Button save = new Button(text("people.save"));
    save.addThemeVariants(ButtonVariant.PRIMARY);
    save.addClickListener(click -> {
      problems.clear();
      try {
        staff.setRoles(actor, new UserId(user.id()), List.copyOf(roles.getValue()));
        dialog.close();
        refresh();
      } catch (Problem problem) {
        problems.show(problem);
      }
    });
    dialog.getFooter().add(keep, save);
    return dialog;
  }

  @Override
  protected KeysetRows.Stretch<StaffService.ListedUser> read(@Nullable String after) {
    Page<StaffService.ListedUser> page =
        staff.users(actor, wanted(), Cursor.decode(after), STRETCH);
    return new KeysetRows.Stretch<>(page.data(), page.nextCursor());
  }
}
