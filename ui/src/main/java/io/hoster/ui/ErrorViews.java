package io.hoster.ui;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.hoster.ui.component.AppIcon;
import io.hoster.ui.component.CopyButton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The faces of addresses that lead nowhere and of pages that could not be made. */
final class ErrorViews {

  private static final Logger log = LoggerFactory.getLogger(ErrorViews.class);

  private ErrorViews() {}

  /** One face: heading, sentence, ways on. */
  abstract static class Face extends Main implements HasDynamicTitle {

    private String title = "";

    Face() {
      addClassNames("page", "page-error");
    }

    final void say(String heading, String sentence) {
      removeAll();
      title = heading;
      Anchor deployments = new Anchor("deployments", text("error.deployments"));
      deployments.addClassNames("link-button", "primary");
      Anchor marketplace = new Anchor("marketplace", text("error.marketplace"));
      marketplace.addClassNames("link-button");
      add(AppIcon.SEARCH.create(), new H1(heading), new Paragraph(sentence));
      com.vaadin.flow.component.html.Div ways =
          new com.vaadin.flow.component.html.Div(deployments, marketplace);
      ways.addClassName("face-ways");
      add(ways);
    }

    final int notFound() {
      say(text("error.not-found"), text("error.not-found-why"));
      return 404;
    }

    @Override
    public String getPageTitle() {
      return title;
    }
  }

  /** An address that no page has. */
  @AnonymousAllowed
  @ParentLayout(OpenLayout.class)
  static class NotFound extends Face implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
      return notFound();
    }
  }

  /** A page that is somebody else's: the same face, so that nothing is told. */
  @AnonymousAllowed
  @ParentLayout(OpenLayout.class)
  static class Denied extends Face implements HasErrorParameter<AccessDeniedException> {

    @Override
    public int setErrorParameter(
        BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
      return notFound();
    }
  }

  /** A service's answer that is not what the page asked for. */
  @AnonymousAllowed
  @ParentLayout(OpenLayout.class)
  static class Refused extends Face implements HasErrorParameter<Problem> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Problem> error) {
      Problem problem = error.getException();
      if (problem.status() == 404) {
        return notFound();
      }
      say(text("error.refused"), problem.detail());
      return problem.status();
    }
  }

  /** Our fault. The request's number leads support to the log. */
  @AnonymousAllowed
  @ParentLayout(OpenLayout.class)
  static class Broken extends Face implements HasErrorParameter<Exception> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
      String request = UUID.randomUUID().toString().substring(0, 8);
      log.error(
          "Page failed: path={}, request={}",
          event.getLocation().getPath(),
          request,
          error.getException());
      say(text("error.broken"), text("error.broken-why", request));
      add(new CopyButton(text("error.request"), request));
      return 500;
    }
  }
}
