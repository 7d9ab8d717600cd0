package io.hoster.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A dense list for staff: title, filters that stand in the address, rows, and a face for none. */
public abstract class ListPage<T> extends Main implements HasDynamicTitle {

  protected static final int STRETCH = 50;

  private final String title;
  private final String path;
  private final Div filters = new Div();
  private final Div before = new Div();
  private final Div nothing = new Div();
  protected final Grid<T> grid = new Grid<>();
  private final KeysetRows<T> rows;

  /**
   * @param path where it stands, such as {@code staff/inbox}
   */
  protected ListPage(String title, String path) {
    this.title = title;
    this.path = path;
    this.rows = new KeysetRows<>(this::read);
    addClassNames("page", "page-list", "dense");
    getElement().setAttribute("theme", "small");
    filters.addClassName("toolbar");
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.getElement().setAttribute("aria-label", title);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setPageSize(STRETCH);
    grid.setItems(query -> rows.fetch(query.getOffset(), query.getLimit()));
    add(new H1(title), filters, before, grid, nothing);
  }

  /** Adds a field or a choice above the rows. */
  protected void addFilter(Component filter) {
    filters.add(filter);
  }

  /** A text that narrows the rows while it is typed. */
  protected TextField textFilter(String label, Consumer<String> narrowed) {
    TextField field = new TextField();
    field.setPlaceholder(label);
    field.setAriaLabel(label);
    field.setPrefixComponent(AppIcon.SEARCH.create());
    field.setClearButtonVisible(true);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(250);
    field.addClassName("search");
    field.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        narrowed.accept(change.getValue().strip());
      }
    });
    addFilter(field);
    return field;
  }

  /** Shows {@code component} between the filters and the rows. */
  protected void setBefore(Component... components) {
    before.removeAll();
    before.add(components);
  }

  /** Writes the filters into the address; empty values are left out. */
  protected void remember(Map<String, String> wanted) {
    Map<String, String> kept = new LinkedHashMap<>();
    wanted.forEach((name, value) -> {
      if (!value.isEmpty()) {
        kept.put(name, value);
      }
    });
    String asked = QueryParameters.simple(kept).getQueryString();
    String address = asked.isEmpty() ? path : path + "?" + asked;
    getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, address));
  }

  /** Reads the rows anew. */
  protected void refresh() {
    rows.reset();
    grid.getDataProvider().refreshAll();
    boolean any = rows.fetch(0, 1).findAny().isPresent();
    grid.setVisible(any);
    nothing.removeAll();
    if (!any) {
      nothing.add(emptyFace());
    }
  }

  /** Reads the rows after a cursor; null: the first ones. */
  protected abstract KeysetRows.Stretch<T> read(@Nullable String after);

  /** What stands there when no row is found. */
  protected abstract Component emptyFace();

  @Override
  public String getPageTitle() {
    return Texts.text("title", title);
  }
}
