package io.hoster.ui;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.hoster.ui.component.Wordmark;

/** Pages for everybody: a top bar and a footer, no drawer. */
@AnonymousAllowed
public class PublicLayout extends Div implements RouterLayout {

  private final Div content = new Div();

  public PublicLayout(Visitor visitor) {
    addClassName("public");
    Nav places = new Nav(new Anchor("marketplace", text("nav.marketplace")));
    places.getElement().setAttribute("aria-label", text("nav.main"));
    Div entry = new Div();
    entry.addClassName("public-entry");
    if (visitor.find().isPresent()) {
      entry.add(button("deployments", text("open-console"), "primary"));
    } else {
      entry.add(
          button("login", text("sign-in"), "tertiary"),
          button("signup", text("sign-up"), "primary"));
    }
    Header bar = new Header(new Wordmark("marketplace"), places, entry);
    bar.addClassName("public-bar");
    content.addClassName("public-content");
    Footer foot = new Footer(new Span(text("footer")));
    foot.addClassName("public-foot");
    add(bar, content, foot);
  }

  /** A link that looks like a button: it can be opened in a new tab. */
  private static Anchor button(String path, String label, String look) {
    Anchor link = new Anchor(path, label);
    link.addClassNames("link-button", look);
    return link;
  }

  @Override
  public void showRouterLayoutContent(com.vaadin.flow.component.HasElement view) {
    content.getElement().appendChild(view.getElement());
  }

  @Override
  public void removeRouterLayoutContent(com.vaadin.flow.component.HasElement old) {
    content.removeAll();
  }
}
