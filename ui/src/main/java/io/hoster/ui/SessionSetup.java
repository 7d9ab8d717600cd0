package io.hoster.ui;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.hoster.ui.security.WebRole;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a page says when the server is away, and when an action failed. */
@WebRole
@SpringComponent
class SessionSetup implements VaadinServiceInitListener {

  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(SessionSetup.class);

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.getSource().addUIInitListener(init -> sayWhenAway(init.getUI()));
    event
        .getSource()
        .addSessionInitListener(init -> init.getSession().setErrorHandler(SessionSetup::failed));
  }

  private static void sayWhenAway(UI ui) {
    ReconnectDialogConfiguration dialog = ui.getReconnectDialogConfiguration();
    dialog.setDialogText(text("reconnect"));
    dialog.setDialogTextGaveUp(text("reconnect.gave-up"));
    dialog.setReconnectInterval(2_000);
    dialog.setReconnectAttempts(3_600);
  }

  /** An action of the page failed: a refusal in its own words, anything else as our fault. */
  private static void failed(ErrorEvent event) {
    String sentence;
    if (event.getThrowable() instanceof Problem problem) {
      sentence = problem.detail();
    } else {
      String request = UUID.randomUUID().toString().substring(0, 8);
      log.error("Action failed: request={}", request, event.getThrowable());
      sentence = text("error.broken-why", request);
    }
    UI ui = UI.getCurrent();
    if (ui != null) {
      show(ui, sentence);
    }
  }

  private static void show(UI ui, String sentence) {
    var ignored =
        ui.access(() -> {
          Notification notice = new Notification(sentence, 0, Notification.Position.BOTTOM_END);
          notice.addThemeVariants(NotificationVariant.ERROR);
          notice.setAssertive(true);
          com.vaadin.flow.component.button.Button close =
              new com.vaadin.flow.component.button.Button(text("close"), click -> notice.close());
          notice.add(close);
          notice.open();
        });
  }
}
