package io.hoster.ui.deployment;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import io.hoster.ui.ChangeFeed;
import io.hoster.ui.Visitor;
import io.hoster.ui.catalog.CatalogNavigation;
import io.hoster.ui.component.AppIcon;
import io.hoster.ui.component.EmptyFace;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.KeysetRows;
import io.hoster.ui.component.State;
import io.hoster.ui.component.StateBadge;
import io.hoster.ui.component.TemplateLogo;
import io.hoster.ui.component.TwoLines;
import io.hoster.ui.security.Actor;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** My apps: what runs where, and what needs me. */
@Route("deployments")
@Menu(title = "nav.deployments", order = 1, icon = "vaadin:cubes")
@PermitAll
class DeploymentListView extends Main implements BeforeEnterObserver, HasDynamicTitle {

  private static final int STRETCH = 50;
  private static final int PHONE = 600;

  private final Deployments deployments;
  private final Actor actor;
  private final Grid<Deployments.Summary> grid = new Grid<>();
  private final KeysetRows<Deployments.Summary> rows;
  private final Anchor deploy =
      new Anchor(CatalogNavigation.marketplace(), text("deployments.deploy"));
  private final TextField search = new TextField();
  private final Div summary = new Div();
  private final Div nothing = new Div();
  private Deployments.Filter filter = new Deployments.Filter("", null);

  DeploymentListView(Deployments deployments, Visitor visitor, ChangeFeed changes) {
    this.deployments = deployments;
    this.actor = visitor.require();
    this.rows = new KeysetRows<>(this::read);
    addClassNames("page", "page-list");
    deploy.addClassNames("link-button", "primary");
    Div push = new Div(deploy);
    push.addClassName("push");
    Div title = new Div(new H1(text("deployments.title")), push);
    title.addClassName("title-row");
    search.setPlaceholder(text("deployments.search"));
    search.setAriaLabel(text("deployments.search"));
    search.setPrefixComponent(AppIcon.SEARCH.create());
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.setValueChangeTimeout(250);
    search.addClassName("search");
    search.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        narrow(new Deployments.Filter(change.getValue().strip(), filter.state()));
      }
    });
    summary.addClassName("summary");
    columns();
    add(title, summary, search, grid, nothing);
    changes.follow(this, actor.tenant(), (table, id) -> table.equals("deployment"), this::refresh);
  }

  private void columns() {
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.getElement().setAttribute("aria-label", text("deployments.title"));
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setPageSize(STRETCH);
    grid.addComponentColumn(DeploymentListView::name)
        .setHeader(text("deployments.name"))
        .setFlexGrow(3);
    Grid.Column<?> state =
        grid.addComponentColumn(DeploymentListView::state)
            .setHeader(text("deployments.state"))
            .setFlexGrow(1)
            .setWidth("11rem");
    Grid.Column<?> template =
        grid.addColumn(DeploymentListView::version)
            .setHeader(text("deployments.template"))
            .setFlexGrow(1)
            .setWidth("10rem");
    Grid.Column<?> node =
        grid.addColumn(row -> Optional.ofNullable(row.node()).orElse(text("unknown")))
            .setHeader(text("deployments.node"))
            .setFlexGrow(1)
            .setWidth("8rem");
    Grid.Column<?> changed =
        grid.addComponentColumn(row -> HosterTime.ago(row.changedAt()))
            .setHeader(text("deployments.changed"))
            .setFlexGrow(0)
            .setWidth("9rem");
    grid.setItems(query -> rows.fetch(query.getOffset(), query.getLimit()));
    addAttachListener(attach -> hideOnPhones(attach, state, template, node, changed));
  }

  /** On a phone a row is two lines of the first column. */
  private void hideOnPhones(AttachEvent attach, Grid.Column<?>... columns) {
    Signal<Boolean> wide =
        attach.getUI().getPage().windowSizeSignal().map(size -> size.width() > PHONE);
    Signal.effect(
        this,
        () -> {
          boolean shown = wide.get();
          for (Grid.Column<?> column : columns) {
            column.setVisible(shown);
          }
        });
  }

  private static Component name(Deployments.Summary row) {
    Anchor name = new Anchor(DeploymentNavigation.page(row.id()), row.name());
    name.addClassName("row-link");
    Div words = new TwoLines(name);
    String url = row.url();
    if (url != null) {
      Anchor address = new Anchor(url, url.replaceFirst("^https?://", ""));
      address.setTarget(AnchorTarget.BLANK);
      address.addClassName("secondary");
      words.add(address);
    }
    Div badge = new Div(state(row));
    badge.addClassName("phone-only");
    Div cell = new Div(new TemplateLogo(row.icon()), words, badge);
    cell.addClassName("name-cell");
    return cell;
  }

  private static String version(Deployments.Summary row) {
    String update = row.update();
    String now = row.template() + " " + row.version();
    return update == null ? now : text("deployments.update", now, update);
  }

  /** The state, and the health where it says more. */
  private static Component state(Deployments.Summary row) {
    return StateBadge.of(row.isIll() ? row.health() : row.state());
  }

  private KeysetRows.Stretch<Deployments.Summary> read(@Nullable String after) {
    Deployments.Page page = deployments.list(actor, filter, after, STRETCH);
    return new KeysetRows.Stretch<>(page.rows(), page.next());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters asked = event.getLocation().getQueryParameters();
    String text = asked.getSingleParameter("q").orElse("");
    filter =
        new Deployments.Filter(
            text, asked.getSingleParameter("state").flatMap(this::stateOf).orElse(null));
    search.setValue(text);
    refresh();
  }

  private Optional<State> stateOf(String word) {
    try {
      return Optional.of(State.of(word));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a mistyped address shows everything
    }
  }

  private void narrow(Deployments.Filter wanted) {
    filter = wanted;
    getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, address(wanted)));
    refresh();
  }

  private static String address(Deployments.Filter filter) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (!filter.text().isEmpty()) {
      parameters.put("q", filter.text());
    }
    State state = filter.state();
    if (state != null) {
      parameters.put("state", state.name().toLowerCase(java.util.Locale.ROOT));
    }
    String asked = QueryParameters.simple(parameters).getQueryString();
    return DeploymentNavigation.list() + (asked.isEmpty() ? "" : "?" + asked);
  }

  private void refresh() {
    rows.reset();
    grid.getDataProvider().refreshAll();
    Map<State, Integer> counts = deployments.counts(actor);
    showSummary(counts);
    boolean any = rows.fetch(0, 1).findAny().isPresent();
    grid.setVisible(any);
    search.setVisible(!counts.isEmpty());
    deploy.setVisible(!counts.isEmpty()); // else the empty face leads there
    nothing.removeAll();
    if (!any) {
      nothing.add(counts.isEmpty() ? none() : noMatch());
    }
  }

  /** "12 running, 1 needs attention": each part a filter. */
  private void showSummary(Map<State, Integer> counts) {
    summary.removeAll();
    if (counts.size() > 1 || filter.state() != null) {
      int all = counts.values().stream().mapToInt(Integer::intValue).sum();
      summary.add(part(text("deployments.all", all), null));
    }
    counts.forEach((state, count) -> summary.add(part(count + " " + state.word(), state)));
  }

  private Component part(String words, @Nullable State state) {
    Anchor part = new Anchor(address(new Deployments.Filter(filter.text(), state)), words);
    part.addClassName("pill");
    if (filter.state() == state) {
      part.getElement().setAttribute("aria-current", "true");
    }
    return part;
  }

  private static Component none() {
    Anchor browse = new Anchor(CatalogNavigation.marketplace(), text("error.marketplace"));
    browse.addClassNames("link-button", "primary");
    return new EmptyFace(
        AppIcon.DEPLOYMENTS, text("deployments.none"), text("deployments.none-next"), browse);
  }

  private Component noMatch() {
    Button clear =
        new Button(
            text("clear-filters"),
            click -> {
              search.clear();
              narrow(new Deployments.Filter("", null));
            });
    return new EmptyFace(AppIcon.SEARCH, text("deployments.no-match"), "", clear);
  }

  @Override
  public String getPageTitle() {
    return text("title", text("deployments.title"));
  }
}
