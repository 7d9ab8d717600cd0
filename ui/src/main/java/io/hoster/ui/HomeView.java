package io.hoster.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The bare address: leads to where the reader has something to do. */
@Route(value = "", autoLayout = false)
@AnonymousAllowed
class HomeView extends Main implements BeforeEnterObserver {

  private final Visitor visitor;

  HomeView(Visitor visitor) {
    this.visitor = visitor;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    event.forwardTo(visitor.find().isPresent() ? "deployments" : "marketplace");
  }
}
