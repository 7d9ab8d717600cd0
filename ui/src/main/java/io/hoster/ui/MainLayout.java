package io.hoster.ui;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import io.hoster.ui.component.AppIcon;
import io.hoster.ui.component.Wordmark;
import io.hoster.ui.security.Actor;
import io.hoster.ui.tenant.OwnAccount;
import io.hoster.ui.tenant.OwnTeam;
import io.hoster.ui.tenant.Schemes;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The console: the places one can go at the side, the way here and the account at the top. */
@Layout
@PermitAll
public class MainLayout extends AppLayout implements AfterNavigationObserver {

  private final Visitor visitor;
  private final OwnTeam team;
  private final OrderedList crumbs = new OrderedList();

  public MainLayout(Visitor visitor, OwnAccount account, OwnTeam team) {
    this.visitor = visitor;
    this.team = team;
    setPrimarySection(Section.DRAWER);
    addClassName("console");
    DrawerToggle toggle = new DrawerToggle();
    toggle.setAriaLabel(text("nav.toggle"));
    Nav way = new Nav(crumbs);
    way.addClassName("crumbs");
    way.getElement().setAttribute("aria-label", text("nav.crumbs"));
    Header bar = new Header(toggle, way);
    bar.addClassName("bar");
    visitor
        .find()
        .ifPresent(actor -> {
          bar.add(account(actor));
          String scheme = account.profile(actor).colorScheme();
          addAttachListener(attach -> Schemes.apply(attach.getUI(), scheme));
        });
    addToNavbar(bar);
    com.vaadin.flow.component.html.Section brand =
        new com.vaadin.flow.component.html.Section(new Wordmark("deployments"));
    brand.getElement().setAttribute("aria-label", "Hoster");
    brand.addClassName("brand");
    Div places = new Div(navigation(text("nav.main"), false));
    places.addClassName("places");
    visitor
        .find()
        .filter(actor -> !actor.staffRoles().isEmpty())
        .ifPresent(actor -> places.add(staff(actor)));
    addToDrawer(brand, new Scroller(places));
  }

  /** The places one may go, those for staff or the others. */
  private static SideNav navigation(String label, boolean forStaff) {
    SideNav navigation = new SideNav();
    navigation.getElement().setAttribute("aria-label", label);
    MenuConfiguration.getMenuEntries().stream()
        .filter(entry -> isForStaff(entry) == forStaff)
        .forEach(entry -> navigation.addItem(item(entry)));
    return navigation;
  }

  private static boolean isForStaff(MenuEntry entry) {
    return entry.path().replaceFirst("^/", "").startsWith("staff/");
  }

  private static SideNav staff(Actor actor) {
    SideNav navigation = navigation(text("nav.staff"), true);
    navigation.setLabel(text("nav.staff"));
    if (actor.isStaff(Actor.StaffRole.OPERATOR)) {
      navigation.addItem(workflows());
    }
    return navigation;
  }

  private static SideNavItem item(MenuEntry entry) {
    SideNavItem item = new SideNavItem(text(entry.title()), entry.path());
    if (entry.icon() != null) {
      Icon icon = new Icon(entry.icon());
      icon.getElement().setAttribute("aria-hidden", "true");
      item.setPrefixComponent(icon);
    }
    item.setMatchNested(true);
    return item;
  }

  /** Temporal's own pages, which the edge shows to operators only. */
  private static SideNavItem workflows() {
    SideNavItem item = new SideNavItem(text("nav.workflows"));
    item.setPath("ops/temporal");
    item.setPrefixComponent(AppIcon.WORKFLOWS.create());
    item.setRouterIgnore(true);
    item.setOpenInNewBrowserTab(true);
    return item;
  }

  private Component account(Actor actor) {
    MenuBar bar = new MenuBar();
    bar.addThemeVariants(MenuBarVariant.TERTIARY);
    bar.addClassName("account-menu");
    Avatar avatar = new Avatar(actor.name());
    avatar.getElement().setAttribute("aria-hidden", "true");
    MenuItem root = bar.addItem(avatar);
    root.setAriaLabel(text("nav.account", actor.name()));
    SubMenu menu = root.getSubMenu();
    Div who = new Div(new Span(actor.name()), new Span(actor.email()));
    who.addClassName("account-who");
    menu.addItem(who).setEnabled(false);
    switches(actor, menu);
    menu.addItem(text("nav.account-settings"), click -> go("account"));
    menu.addItem(text("sign-out"), click -> visitor.signOut());
    return bar;
  }

  /** Whoever belongs to several accounts goes from one to the other here. */
  private void switches(Actor actor, SubMenu menu) {
    List<OwnTeam.Account> accounts = team.accounts(actor);
    if (accounts.size() > 1) {
      accounts.forEach(account -> {
        MenuItem item =
            menu.addItem(
                text("nav.switch", account.name()),
                click -> {
                  team.switchTo(actor, account.id());
                  UI.getCurrent().getPage().setLocation("deployments");
                });
        item.setCheckable(true);
        item.setChecked(account.current());
      });
    }
  }

  private static void go(String path) {
    UI.getCurrent().navigate(path);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    crumbs.removeAll();
    if (getContent() instanceof Crumbs view) {
      view.crumbs()
          .forEach(crumb -> crumbs.add(new ListItem(new Anchor(crumb.path(), crumb.label()))));
    }
  }
}
