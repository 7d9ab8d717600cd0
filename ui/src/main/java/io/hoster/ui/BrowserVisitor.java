package io.hoster.ui;

import com.vaadin.flow.spring.security.AuthenticationContext;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.WebRole;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The visitor that the request's cookie names. */
@WebRole
@Component
class BrowserVisitor implements Visitor {

  private final CurrentActor current;
  private final AuthenticationContext authentication;

  BrowserVisitor(CurrentActor current, AuthenticationContext authentication) {
    this.current = current;
    this.authentication = authentication;
  }

  @Override
  public Optional<Actor> find() {
    return current.find();
  }

  @Override
  public void signOut() {
    authentication.logout();
  }
}
