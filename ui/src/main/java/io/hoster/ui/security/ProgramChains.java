package io.hoster.ui.security;

import io.hoster.store.WebTransactions;
import io.hoster.store.tenant.IdempotencyStore;
import io.hoster.ui.Problem;
import io.hoster.ui.api.BodyFilter;
import io.hoster.ui.api.IdempotencyFilter;
import io.hoster.ui.api.ProblemWriter;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;

/** The filter chains of what programs call: the API, accounts, operations and webhooks. */
@WebRole
@Configuration(proxyBeanMethods = false)
class ProgramChains {

  private final Identities identities;
  private final SessionCookie cookie;
  private final SecurityContextHolderStrategy holder;
  private final CurrentActor current;
  private final ProblemWriter problems;

  ProgramChains(
      Identities identities,
      SessionCookie cookie,
      SecurityContextHolderStrategy holder,
      CurrentActor current,
      ProblemWriter problems) {
    this.identities = identities;
    this.cookie = cookie;
    this.holder = holder;
    this.current = current;
    this.problems = problems;
  }

  @Bean
  @Order(10)
  SecurityFilterChain opsChain(HttpSecurity http) throws Exception {
    http.securityMatcher("/ops/**", "/webhooks/**", "/health/**")
        .csrf(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(all -> all.anyRequest().permitAll());
    return stateless(http).build();
  }

  @Bean
  @Order(20)
  SecurityFilterChain apiChain(
      HttpSecurity http,
      WebSettings settings,
      WebTransactions transactions,
      IdempotencyStore answers,
      SecretBox box,
      Clock clock)
      throws Exception {
    CookieCsrf csrf = new CookieCsrf(cookie);
    http.securityMatcher("/api/**", "/auth/**")
        .csrf(c ->
            c.csrfTokenRepository(CookieCsrf.repository(settings.tls()))
                .csrfTokenRequestHandler(csrf)
                .requireCsrfProtectionMatcher(csrf::isAskedOf))
        .authorizeHttpRequests(PublicPaths::api)
        .addFilterBefore(new RateLimitFilter(current, problems), AuthorizationFilter.class)
        .addFilterAfter(new ScopeFilter(current, problems), AuthorizationFilter.class)
        .addFilterAfter(new BodyFilter(problems), ScopeFilter.class)
        .addFilterAfter(
            new IdempotencyFilter(transactions, answers, box, current, problems, clock),
            BodyFilter.class);
    return stateless(http).build();
  }

  private HttpSecurity stateless(HttpSecurity http) throws Exception {
    return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .securityContext(c -> c.securityContextRepository(new NullSecurityContextRepository()))
        .anonymous(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(SecurityHeaders::program)
        .exceptionHandling(this::problems)
        .addFilterAfter(
            new SignInFilter(identities, cookie, holder, problems, true),
            SecurityContextHolderFilter.class);
  }

  private void problems(ExceptionHandlingConfigurer<HttpSecurity> handling) {
    handling
        .authenticationEntryPoint((request, response, fault) -> {
          response.setHeader("WWW-Authenticate", "Bearer");
          problems.write(request, response, CurrentActor.unauthenticated());
        })
        .accessDeniedHandler((request, response, fault) ->
            problems.write(
                request,
                response,
                fault instanceof CsrfException
                    ? Problem.forbidden(
                        "forbidden", "Repeat the cookie XSRF-TOKEN in the header X-XSRF-TOKEN.")
                    : Problem.forbidden("forbidden", "You may not do this.")));
  }
}
