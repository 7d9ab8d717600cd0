package io.hoster.ui.catalog;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.hoster.ui.component.State;
import io.hoster.ui.component.StateBadge;
import io.hoster.ui.component.TemplateLogo;
import io.hoster.ui.component.Units;

/** A template among others: what one picks by. */
final class TemplateCard extends Div {

  TemplateCard(Marketplace.Entry entry) {
    addClassName("app-card");
    Anchor name = new Anchor(CatalogNavigation.template(entry.slug()), entry.name());
    name.addClassName("card-link");
    Span version = new Span(entry.version());
    version.addClassNames("secondary", "numbers");
    Div head = new Div(new TemplateLogo(entry.icon()), new H2(name), version);
    head.addClassName("card-head");
    add(head, new Paragraph(entry.summary()));
    if (entry.state() != State.PUBLISHED) {
      Div state = new Div(StateBadge.of(entry.state()));
      add(state);
    }
    Span price = new Span(price(entry.priceMinor(), entry.currency()));
    add(
        facts(new Span(text("marketplace.services", entry.services())), price),
        facts(
            new Span(text("marketplace.by", entry.creator())),
            new Span(text("marketplace.live", entry.live()))));
  }

  private static Div facts(Span... facts) {
    Div line = new Div(facts);
    line.addClassName("card-facts");
    return line;
  }

  static String price(long minor, String currency) {
    return minor == 0 ? text("free") : text("price.month", Units.money(minor, currency));
  }
}
