package io.hoster.ui.catalog;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.hoster.ui.OpenLayout;
import io.hoster.ui.Visitor;
import io.hoster.ui.catalog.Marketplace.Cost;
import io.hoster.ui.catalog.Marketplace.Order;
import io.hoster.ui.catalog.Marketplace.Search;
import io.hoster.ui.component.AppIcon;
import io.hoster.ui.component.EmptyFace;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Find an app: search as you type, facets with counts, cards. */
@Route(value = "marketplace", layout = OpenLayout.class)
@Menu(title = "nav.marketplace", order = 2, icon = "vaadin:shop")
@AnonymousAllowed
class MarketplaceView extends Main implements BeforeEnterObserver, HasDynamicTitle {

  private static final int STRETCH = 48;

  private final Marketplace marketplace;
  private final Optional<Actor> actor;
  private final TextField words = new TextField();
  private final Select<String> category = new Select<>();
  private final Select<Cost> cost = new Select<>();
  private final Select<Order> order = new Select<>();
  private final Span found = new Span();
  private final Div kinds = new Div();
  private final Div cards = new Div();
  private final Div further = new Div();
  private Search search = Search.ALL;

  MarketplaceView(Marketplace marketplace, Visitor visitor) {
    this.marketplace = marketplace;
    this.actor = visitor.find();
    addClassName("page");
    found.getElement().setAttribute("role", "status");
    found.addClassName("secondary");
    Div title = new Div(new H1(text("marketplace.title")), found);
    title.addClassName("title-row");
    kinds.addClassName("pills");
    kinds.getElement().setAttribute("role", "group");
    kinds.getElement().setAttribute("aria-label", text("marketplace.kinds"));
    cards.addClassName("cards");
    further.addClassName("face-ways");
    add(title, filters(), kinds, cards, further);
  }

  private Component filters() {
    words.setPlaceholder(text("marketplace.search"));
    words.setAriaLabel(text("marketplace.search"));
    words.setPrefixComponent(AppIcon.SEARCH.create());
    words.setClearButtonVisible(true);
    words.setValueChangeMode(ValueChangeMode.LAZY);
    words.setValueChangeTimeout(250);
    words.addClassName("search");
    words.addValueChangeListener(change -> narrowed(change.isFromClient()));
    category.setAriaLabel(text("marketplace.category"));
    category.addValueChangeListener(change -> narrowed(change.isFromClient()));
    cost.setAriaLabel(text("marketplace.cost"));
    cost.setItems(Cost.values());
    cost.setItemLabelGenerator(each -> text("marketplace.cost." + SearchAddress.word(each)));
    cost.addValueChangeListener(change -> narrowed(change.isFromClient()));
    order.setAriaLabel(text("marketplace.order"));
    order.setItems(Order.values());
    order.setItemLabelGenerator(each -> text("marketplace.order." + SearchAddress.word(each)));
    order.addValueChangeListener(change -> narrowed(change.isFromClient()));
    Div bar = new Div(words, category, cost, order);
    bar.addClassName("toolbar");
    return bar;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    search = SearchAddress.read(event.getLocation().getQueryParameters());
    words.setValue(search.text());
    cost.setValue(search.cost());
    order.setValue(search.order());
    show();
  }

  private void narrowed(boolean byHand) {
    if (byHand) {
      search =
          new Search(
              words.getValue().strip(),
              search.kind(),
              category.getValue() == null ? "" : category.getValue(),
              cost.getValue(),
              order.getValue());
      replaceAddress();
      show();
    }
  }

  private void show() {
    Marketplace.Found page = marketplace.search(actor, search, null, STRETCH);
    showKinds(page.facets());
    showCategories(page.facets());
    found.setText(text("marketplace.found", page.facets().total()));
    cards.removeAll();
    if (page.entries().isEmpty()) {
      cards.add(nothing());
    }
    append(page);
  }

  private void append(Marketplace.Found page) {
    page.entries().forEach(entry -> cards.add(new TemplateCard(entry)));
    further.removeAll();
    String next = page.next();
    if (next != null) {
      further.add(
          new Button(
              text("marketplace.more"),
              click -> append(marketplace.search(actor, search, next, STRETCH))));
    }
  }

  private void showKinds(Facets facets) {
    kinds.removeAll();
    int all = facets.kinds().values().stream().mapToInt(Integer::intValue).sum();
    kinds.add(pill(text("marketplace.all"), all, null));
    for (Kind each : Kind.values()) {
      String word = SearchAddress.word(each);
      kinds.add(pill(text("kinds." + word), facets.kinds().getOrDefault(word, 0), each));
    }
  }

  /** A link, so that a filter can be kept and shared. */
  private Component pill(String label, int count, @Nullable Kind wanted) {
    Search other =
        new Search(search.text(), wanted, search.category(), search.cost(), search.order());
    Anchor pill = new Anchor(SearchAddress.of(other), label);
    Span number = new Span(Integer.toString(count));
    number.addClassName("secondary");
    pill.add(number);
    pill.addClassName("pill");
    if (wanted == search.kind()) {
      pill.getElement().setAttribute("aria-current", "true");
    }
    return pill;
  }

  private void showCategories(Facets facets) {
    List<String> words = new ArrayList<>(List.of(""));
    words.addAll(facets.categories().keySet());
    String chosen =
        words.stream().filter(search.category()::equalsIgnoreCase).findFirst().orElse(null);
    if (chosen == null) {
      words.add(search.category());
    }
    category.setItemLabelGenerator(word ->
        word.isEmpty()
            ? text("marketplace.any-category")
            : text("marketplace.counted", word, facets.categories().getOrDefault(word, 0)));
    category.setItems(words);
    category.setValue(chosen == null ? search.category() : chosen);
  }

  private Component nothing() {
    if (!search.isNarrow()) {
      return new EmptyFace(
          AppIcon.MARKETPLACE, text("marketplace.none"), text("marketplace.none-next"));
    }
    Button clear = new Button(text("clear-filters"), click -> clear());
    Anchor own = new Anchor(CatalogNavigation.newTemplate(), text("marketplace.own-file"));
    own.addClassName("link-button");
    Kind kind = search.kind();
    String words = search.text().isEmpty() ? search.category() : search.text();
    String fact =
        words.isEmpty()
            ? text("marketplace.nothing-so")
            : kind == null
                ? text("marketplace.nothing", words)
                : text("marketplace.nothing-in", words, text("kinds." + SearchAddress.word(kind)));
    return new EmptyFace(AppIcon.SEARCH, fact, "", clear, own);
  }

  private void clear() {
    search = new Search("", null, "", Cost.ANY, search.order());
    words.clear();
    cost.setValue(Cost.ANY);
    replaceAddress();
    show();
  }

  private void replaceAddress() {
    getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, SearchAddress.of(search)));
  }

  @Override
  public String getPageTitle() {
    return text("title", text("marketplace.title"));
  }
}
