package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.hoster.ui.Crumbs;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** One page a symptom: what one sees, why, what to do. */
@Route("staff/runbooks/:page")
@RolesAllowed({"SUPPORT", "OPERATOR"})
class RunbookView extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumbs {

  private final Runbooks runbooks;
  private String title = "";

  RunbookView(Runbooks runbooks) {
    this.runbooks = runbooks;
    addClassNames("page", "narrow", "reading");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String page = event.getRouteParameters().get("page").orElse("");
    String words = runbooks.page(page).orElseThrow(NotFoundException::new);
    title = words.lines().findFirst().orElse(page).replaceFirst("^#+ *", "");
    removeAll();
    add(new Markdown(words));
    if (!page.equals(Runbooks.INDEX)) {
      add(new Anchor("staff/runbooks/" + Runbooks.INDEX, text("runbook.all")));
    }
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb("staff/runbooks/" + Runbooks.INDEX, text("nav.runbooks")));
  }

  @Override
  public String getPageTitle() {
    return text("title", title);
  }
}
