package io.hoster.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;

/** A state as a word, a shape and a colour, so that it reads without the colour. */
public final class StateBadge {

  private StateBadge() {}

  enum Family {
    RUNNING,
    WORKING,
    ATTENTION,
    STOPPED,
    SUSPENDED,
    UNREACHABLE,
    REVIEW,
    DRAFT,
    UNKNOWN
  }

  /** A badge for {@code state}. */
  public static Badge of(State state) {
    Badge badge = new Badge(state.word(), icon(family(state)));
    colour(badge, family(state));
    badge.addClassName("state");
    return badge;
  }

  static Family family(State state) {
    return switch (state) {
      case RUNNING, HEALTHY, SUCCEEDED, PUBLISHED -> Family.RUNNING;
      case PENDING, SCHEDULED, BUILDING, STARTING, UPDATING, STOPPING, DELETING, QUEUED, WORKING ->
          Family.WORKING;
      case FAILED, WAITING_FOR_PERSON, ROLLED_BACK -> Family.ATTENTION;
      case STOPPED, CANCELLED, EXITED, DEPRECATED, WITHDRAWN -> Family.STOPPED;
      case IN_REVIEW -> Family.REVIEW;
      case DRAFT -> Family.DRAFT;
      case SUSPENDED -> Family.SUSPENDED;
      case DEGRADED, UNHEALTHY, UNAVAILABLE -> Family.UNREACHABLE;
      case UNKNOWN -> Family.UNKNOWN;
    };
  }

  private static Component icon(Family family) {
    return switch (family) {
      case RUNNING -> AppIcon.RUNNING.create();
      case WORKING -> AppIcon.spinner();
      case ATTENTION -> AppIcon.ATTENTION.create();
      case STOPPED -> AppIcon.STOPPED.create();
      case SUSPENDED -> AppIcon.SUSPENDED.create();
      case UNREACHABLE -> AppIcon.UNREACHABLE.create();
      case REVIEW -> AppIcon.WAITING.create();
      case DRAFT -> AppIcon.EDIT.create();
      case UNKNOWN -> AppIcon.UNKNOWN.create();
    };
  }

  private static void colour(Badge badge, Family family) {
    switch (family) {
      case RUNNING -> badge.addThemeVariants(BadgeVariant.SUCCESS);
      case WORKING, REVIEW -> {} // the accent colour is the badge's own
      case ATTENTION -> badge.addThemeVariants(BadgeVariant.ERROR);
      case STOPPED, UNKNOWN -> badge.addClassName("aura-accent-neutral");
      case SUSPENDED -> badge.addThemeVariants(BadgeVariant.WARNING);
      case UNREACHABLE -> badge.addClassName("aura-accent-orange");
      case DRAFT -> badge.addClassName("aura-accent-purple");
    }
  }
}
