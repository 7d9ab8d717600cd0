package io.hoster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.hoster.ui.tenant.OwnAccount;
import io.hoster.ui.tenant.OwnTeam;
import org.jspecify.annotations.Nullable;

/** Pages for everybody that stand inside the console for who is signed in. */
@AnonymousAllowed
public class OpenLayout extends Composite<Component>
    implements RouterLayout, AfterNavigationObserver {

  private final RouterLayout layout;

  public OpenLayout(Visitor visitor, OwnAccount account, OwnTeam team) {
    layout =
        visitor.find().isPresent()
            ? new MainLayout(visitor, account, team)
            : new PublicLayout(visitor);
  }

  @Override
  protected Component initContent() {
    return (Component) layout;
  }

  @Override
  public void showRouterLayoutContent(HasElement view) {
    layout.showRouterLayoutContent(view);
  }

  @Override
  public void removeRouterLayoutContent(@Nullable HasElement old) {
    layout.removeRouterLayoutContent(old);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    if (layout instanceof MainLayout console) {
      console.afterNavigation(event);
    }
  }
}
