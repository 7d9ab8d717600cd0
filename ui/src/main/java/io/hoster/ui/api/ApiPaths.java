package io.hoster.ui.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The addresses that programs call: their errors are problem+json, and no page lies there. */
public final class ApiPaths {

  /** As patterns. */
  public static final List<String> PATTERNS =
      List.of(
          "/api/**",
          "/auth/**",
          "/ops/**",
          "/webhooks/**",
          "/health/**",
          "/metrics/**",
          "/internal/**");

  private static final List<String> STARTS =
      PATTERNS.stream().map(pattern -> pattern.substring(0, pattern.length() - 3)).toList();

  private ApiPaths() {}

  /** Whether a program calls. */
  public static boolean matches(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return STARTS.stream().anyMatch(start -> path.equals(start) || path.startsWith(start + "/"));
  }
}
