package io.hoster.ui.security;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** What nobody needs to sign in for. */
final class PublicPaths {

  private static final String[] ACCOUNT = {
    "/auth/register",
    "/auth/login",
    "/auth/logout",
    "/auth/forgot",
    "/auth/reset",
    "/auth/verify",
    "/auth/setup"
  };

  private static final String[] CATALOG = {
    "/api/v1/templates", "/api/v1/templates/*", "/api/v1/plans", "/api/v1/openapi.json"
  };

  /** Plain pages and files; a view says itself who may see it. */
  private static final String[] PAGES = {
    "/",
    "/pricing",
    "/docs/**",
    "/status",
    "/legal/**",
    "/error",
    "/styles.css",
    "/favicon.ico",
    "/robots.txt",
    "/icons/**",
    "/images/**",
    "/js/**",
    "/css/**",
    "/fonts/**",
    "/webjars/**"
  };

  private PublicPaths() {}

  static void api(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          all) {
    all.requestMatchers(HttpMethod.POST, ACCOUNT)
        .permitAll()
        .requestMatchers(HttpMethod.GET, CATALOG)
        .permitAll()
        .requestMatchers(HttpMethod.HEAD, CATALOG)
        .permitAll()
        .requestMatchers(HttpMethod.POST, "/api/v1/templates/check")
        .permitAll()
        .anyRequest()
        .authenticated();
  }

  static void pages(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          all) {
    all.requestMatchers(PAGES).permitAll();
  }
}
