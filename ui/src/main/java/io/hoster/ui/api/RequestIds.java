package io.hoster.ui.api;

import io.hoster.store.Ids;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The id that Hoster gives each request; nobody outside can choose it. */
public final class RequestIds {

  /** The header that tells the asker. */
  public static final String HEADER = "X-Request-Id";

  /** The key in the log's context. */
  public static final String MDC_KEY = "request_id";

  private static final String ATTRIBUTE = RequestIds.class.getName();

  private RequestIds() {}

  /** The id of a request; null before it has one. */
  public static @Nullable String of(HttpServletRequest request) {
    return (String) request.getAttribute(ATTRIBUTE);
  }

  static String give(HttpServletRequest request) {
    String id = Ids.fresh("req");
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }
}
