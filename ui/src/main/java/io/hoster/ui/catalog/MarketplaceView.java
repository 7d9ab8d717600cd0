package io.hoster.ui.catalog;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.hoster.ui.OpenLayout;
import io.hoster.ui.Visitor;
import io.hoster.ui.component.AppIcon;
import io.hoster.ui.component.EmptyFace;
import io.hoster.ui.component.TemplateLogo;
import io.hoster.ui.component.Units;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Find an app: search as you type, kinds with counts, cards. */
@Route(value = "marketplace", layout = OpenLayout.class)
@Menu(title = "nav.marketplace", order = 2, icon = "vaadin:shop")
@AnonymousAllowed
class MarketplaceView extends Main implements BeforeEnterObserver, HasDynamicTitle {

  private final Marketplace marketplace;
  private final Optional<Actor> actor;
  private final TextField search = new TextField();
  private final Span found = new Span();
  private final Div kinds = new Div();
  private final Div cards = new Div();
  private String query = "";
  private @Nullable Kind kind;

  MarketplaceView(Marketplace marketplace, Visitor visitor) {
    this.marketplace = marketplace;
    this.actor = visitor.find();
    addClassName("page");
    search.setPlaceholder(text("marketplace.search"));
    search.setAriaLabel(text("marketplace.search"));
    search.setPrefixComponent(AppIcon.SEARCH.create());
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.setValueChangeTimeout(250);
    search.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        query = change.getValue().strip();
        replaceAddress();
        show();
      }
    });
    search.addClassName("search");
    found.getElement().setAttribute("role", "status");
    found.addClassName("secondary");
    Div title = new Div(new H1(text("marketplace.title")), found);
    title.addClassName("title-row");
    kinds.addClassName("pills");
    kinds.getElement().setAttribute("role", "group");
    kinds.getElement().setAttribute("aria-label", text("marketplace.kinds"));
    cards.addClassName("cards");
    add(title, search, kinds, cards);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters asked = event.getLocation().getQueryParameters();
    query = asked.getSingleParameter("q").orElse("");
    kind = asked.getSingleParameter("kind").flatMap(MarketplaceView::kindOf).orElse(null);
    search.setValue(query);
    show();
  }

  private static Optional<Kind> kindOf(String word) {
    return Arrays.stream(Kind.values()).filter(k -> word(k).equals(word)).findFirst();
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void show() {
    List<Marketplace.Entry> matches = marketplace.search(actor, query);
    showKinds(matches);
    List<Marketplace.Entry> shown =
        matches.stream().filter(entry -> kind == null || entry.kind() == kind).toList();
    found.setText(text("marketplace.found", shown.size()));
    cards.removeAll();
    if (shown.isEmpty()) {
      cards.add(nothing());
    } else {
      shown.forEach(entry -> cards.add(card(entry)));
    }
  }

  private void showKinds(List<Marketplace.Entry> matches) {
    kinds.removeAll();
    kinds.add(pill(text("marketplace.all"), matches.size(), null));
    for (Kind each : Kind.values()) {
      long count = matches.stream().filter(entry -> entry.kind() == each).count();
      kinds.add(pill(text("kinds." + word(each)), count, each));
    }
  }

  /** A link, so that a filter can be kept and shared. */
  private Component pill(String label, long count, @Nullable Kind wanted) {
    Anchor pill = new Anchor(address(query, wanted), label);
    Span number = new Span(Long.toString(count));
    number.addClassName("secondary");
    pill.add(number);
    pill.addClassName("pill");
    if (wanted == kind) {
      pill.getElement().setAttribute("aria-current", "true");
    }
    return pill;
  }

  private static Component card(Marketplace.Entry entry) {
    Anchor name = new Anchor(CatalogNavigation.template(entry.slug()), entry.name());
    name.addClassName("card-link");
    H2 heading = new H2(name);
    Span version = new Span(entry.version());
    version.addClassNames("secondary", "numbers");
    Div head = new Div(new TemplateLogo(entry.icon()), heading, version);
    head.addClassName("card-head");
    Span price = new Span(price(entry.priceMinor(), entry.currency()));
    Span services = new Span(text("marketplace.services", entry.services()));
    Div facts = new Div(new Span(text("kind." + word(entry.kind()))), services, price);
    facts.addClassName("card-facts");
    Div card = new Div(head, new Paragraph(entry.summary()), facts);
    card.addClassName("app-card");
    return card;
  }

  static String price(long minor, String currency) {
    return minor == 0 ? text("free") : text("price.month", Units.money(minor, currency));
  }

  private Component nothing() {
    if (query.isEmpty() && kind == null) {
      return new EmptyFace(
          AppIcon.MARKETPLACE, text("marketplace.none"), text("marketplace.none-next"));
    }
    Button clear =
        new Button(
            text("clear-filters"),
            click -> {
              query = "";
              kind = null;
              search.clear();
              replaceAddress();
              show();
            });
    String fact =
        kind == null
            ? text("marketplace.nothing", query)
            : text("marketplace.nothing-in", query, text("kinds." + word(kind)));
    return new EmptyFace(AppIcon.SEARCH, fact, "", clear);
  }

  private void replaceAddress() {
    getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, address(query, kind)));
  }

  private static String address(String query, @Nullable Kind kind) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (!query.isEmpty()) {
      parameters.put("q", query);
    }
    if (kind != null) {
      parameters.put("kind", word(kind));
    }
    String asked = QueryParameters.simple(parameters).getQueryString();
    return CatalogNavigation.marketplace() + (asked.isEmpty() ? "" : "?" + asked);
  }

  @Override
  public String getPageTitle() {
    return text("title", text("marketplace.title"));
  }
}
