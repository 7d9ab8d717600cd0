package io.hoster.ui.component;

import com.vaadin.flow.component.icon.AbstractIcon;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Every icon that Hoster uses, by what it means. */
public enum AppIcon {
  OVERVIEW(VaadinIcon.DASHBOARD),
  DEPLOYMENTS(VaadinIcon.CUBES),
  MARKETPLACE(VaadinIcon.SHOP),
  TOKENS(VaadinIcon.PASSWORD),
  WORKFLOWS(VaadinIcon.TASKS),
  ACCOUNT(VaadinIcon.USER),
  ACTIVITY(VaadinIcon.TIME_BACKWARD),
  NODE(VaadinIcon.SERVER),
  SETTINGS(VaadinIcon.COG_O),
  TEMPLATES(VaadinIcon.PUZZLE_PIECE),
  EDIT(VaadinIcon.EDIT),
  REVIEW(VaadinIcon.GLASSES),
  COPY(VaadinIcon.COPY_O),
  OPEN(VaadinIcon.EXTERNAL_LINK),
  SEARCH(VaadinIcon.SEARCH),
  REVEAL(VaadinIcon.EYE),
  HIDE(VaadinIcon.EYE_SLASH),
  SIGN_OUT(VaadinIcon.SIGN_OUT),
  DOWNLOAD(VaadinIcon.DOWNLOAD_ALT),
  PAUSE(VaadinIcon.PAUSE),
  RESUME(VaadinIcon.PLAY),
  RUNNING(VaadinIcon.CHECK_CIRCLE_O),
  ATTENTION(VaadinIcon.WARNING),
  STOPPED(VaadinIcon.STOP),
  SUSPENDED(VaadinIcon.LOCK),
  UNREACHABLE(VaadinIcon.UNLINK),
  UNKNOWN(VaadinIcon.QUESTION_CIRCLE_O),
  WAITING(VaadinIcon.CIRCLE_THIN),
  RETRYING(VaadinIcon.REFRESH),
  FAILED(VaadinIcon.CLOSE_CIRCLE),
  DONE(VaadinIcon.CHECK_CIRCLE_O),
  SKIPPED(VaadinIcon.FAST_FORWARD),
  UNDONE(VaadinIcon.ROTATE_LEFT);

  private final VaadinIcon icon;

  AppIcon(VaadinIcon icon) {
    this.icon = icon;
  }

  /** A fresh icon, hidden from screen readers: the word beside it is what they read. */
  public AbstractIcon<?> create() {
    return hidden(icon.create());
  }

  /** The turning mark of work in progress; it keeps turning under reduced motion. */
  public static AbstractIcon<?> spinner() {
    SvgIcon spinner = new SvgIcon("icons/spinner.svg");
    spinner.addClassName("spinner");
    return hidden(spinner);
  }

  private static AbstractIcon<?> hidden(AbstractIcon<?> icon) {
    icon.getElement().setAttribute("aria-hidden", "true");
    return icon;
  }
}
