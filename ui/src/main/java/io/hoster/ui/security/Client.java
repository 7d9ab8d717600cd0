package io.hoster.ui.security;

import io.hoster.ui.api.IdempotencyFilter;
import io.hoster.ui.api.RequestIds;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param address as the trusted edge saw it
 * @param agent what the browser calls itself, cut to 200 characters
 * @param requestKey its {@code Idempotency-Key}
 */
public record Client(
    @Nullable String address,
    @Nullable String agent,
    @Nullable String requestId,
    @Nullable String requestKey) {

  private static final int LONGEST_AGENT = 200;

  /** The client behind {@code request}. */
  public static Client of(HttpServletRequest request) {
    String agent = request.getHeader("User-Agent");
    return new Client(
        request.getRemoteAddr(),
        agent == null ? null : clean(agent),
        RequestIds.of(request),
        request.getHeader(IdempotencyFilter.HEADER));
  }

  private static String clean(String agent) {
    String printable = agent.replaceAll("[^\\x20-\\x7e]", "?");
    return printable.length() > LONGEST_AGENT ? printable.substring(0, LONGEST_AGENT) : printable;
  }
}
