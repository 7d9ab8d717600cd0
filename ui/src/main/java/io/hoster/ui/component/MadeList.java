package io.hoster.ui.component;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** The ledger of an operation: what it made, and what of it was removed again. */
final class MadeList extends Details {

  MadeList(List<OperationView.Made> made) {
    super(Texts.text("timeline.made", made.size()));
    addClassName("made-list");
    UnorderedList list = new UnorderedList();
    made.forEach(thing -> list.add(item(thing)));
    add(list);
  }

  private static ListItem item(OperationView.Made thing) {
    Span name = new Span(thing.name());
    name.addClassName("code");
    ListItem item = new ListItem(new Span(Texts.text("made." + thing.kind()) + " "), name);
    if (thing.undone()) {
      Span undone = new Span(" " + Texts.text("timeline.undone"));
      undone.addClassName("secondary");
      item.add(undone);
    }
    return item;
  }
}
