package io.hoster.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.Map;

/** A list that one text narrows; the text stands in the address as {@code q}. */
public abstract class SearchPage<T> extends ListPage<T> implements BeforeEnterObserver {

  private final TextField search;
  private final String none;
  private String wanted = "";

  /**
   * @param path where it stands
   * @param label what can be searched for
   * @param none what is said when nothing matches
   */
  protected SearchPage(String title, String path, String label, String none) {
    super(title, path);
    this.none = none;
    search = textFilter(label, this::narrow);
  }

  /** What is searched for; empty: everything. */
  protected final String wanted() {
    return wanted;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    wanted = event.getLocation().getQueryParameters().getSingleParameter("q").orElse("");
    search.setValue(wanted);
    refresh();
  }

  private void narrow(String typed) {
    wanted = typed;
    remember(Map.of("q", typed));
    refresh();
  }

  @Override
  protected Component emptyFace() {
    return new EmptyFace(AppIcon.SEARCH, none, "");
  }
}
