package io.hoster.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.function.Function;

/** Ids in the addresses of pages. */
public final class PathIds {

  private PathIds() {}

  /** The id that stands at {@code parameter}. Problem 404 for what is no id: it names nothing. */
  public static <I> I required(
      BeforeEnterEvent event, String parameter, Function<String, I> constructor) {
    try {
      return constructor.apply(event.getRouteParameters().get(parameter).orElse(""));
    } catch (IllegalArgumentException e) {
      throw Problem.notFound();
    }
  }
}
