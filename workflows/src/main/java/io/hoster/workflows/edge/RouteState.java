package io.hoster.workflows.edge;

import java.util.Locale;

/** What an app's address shows: the app itself, or the page that says why not. */
public enum RouteState {
  LIVE,
  STARTING,
  STOPPED,
  SUSPENDED,
  UNAVAILABLE;

  /** The word as the database and the edge's configuration write it, such as {@code live}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state that {@code word} names.
   *
   * @throws IllegalArgumentException when it names none
   */
  public static RouteState of(String word) {
    for (RouteState state : values()) {
      if (state.word().equals(word)) {
        return state;
      }
    }
    throw new IllegalArgumentException("\"" + word + "\" is no state of a route");
  }
}
