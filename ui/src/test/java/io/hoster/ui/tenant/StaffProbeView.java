package io.hoster.ui.tenant;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** For staff. */
@Route("probe/staff")
@RolesAllowed("STAFF")
public final class StaffProbeView extends Div {

  private static final long serialVersionUID = 1L;

  public StaffProbeView() {
    Span secret = new Span("for staff");
    secret.setId("staff");
    add(secret);
  }
}
