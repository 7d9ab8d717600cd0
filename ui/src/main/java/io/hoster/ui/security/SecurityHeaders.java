package io.hoster.ui.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The headers that tell browsers what they must not do. */
final class SecurityHeaders {

  private static final long YEAR_SECONDS = 31_536_000;

  /** Vaadin 25.2 needs inline scripts and eval (tried 2026-11); output is never markup instead. */
  private static final String PAGE =
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
          + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:;"
          + " connect-src 'self'; object-src 'none'; base-uri 'self';"
          + " form-action 'self' https://checkout.stripe.com; frame-ancestors 'none'";

  private static final String PROGRAM = "default-src 'none'; frame-ancestors 'none'";

  private SecurityHeaders() {}

  static void page(HeadersConfigurer<HttpSecurity> headers) {
    common(headers).contentSecurityPolicy(policy -> policy.policyDirectives(PAGE));
  }

  static void program(HeadersConfigurer<HttpSecurity> headers) {
    common(headers).contentSecurityPolicy(policy -> policy.policyDirectives(PROGRAM));
  }

  private static HeadersConfigurer<HttpSecurity> common(HeadersConfigurer<HttpSecurity> headers) {
    return headers
        .frameOptions(frame -> frame.deny())
        .httpStrictTransportSecurity(
            hsts -> hsts.includeSubDomains(true).maxAgeInSeconds(YEAR_SECONDS))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            permissions -> permissions.policy("camera=(), microphone=(), geolocation=()"))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(
            resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
  }
}
