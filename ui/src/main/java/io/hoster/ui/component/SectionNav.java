package io.hoster.ui.component;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** The sections of a page as links that look like tabs; each is a page with an address. */
public final class SectionNav extends Nav {

  /** One section; {@code path} is relative to the application. */
  public record Section(String path, String label, boolean current) {}

  public SectionNav(String label, List<Section> sections) {
    addClassName("sections");
    getElement().setAttribute("aria-label", label);
    UnorderedList list = new UnorderedList();
    for (Section section : sections) {
      Anchor link = new Anchor(section.path(), section.label());
      if (section.current()) {
        link.getElement().setAttribute("aria-current", "page");
      }
      list.add(new ListItem(link));
    }
    add(list);
  }
}
