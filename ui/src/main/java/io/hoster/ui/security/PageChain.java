package io.hoster.ui.security;

import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.hoster.store.WebTransactions;
import io.hoster.store.tenant.SessionStore;
import io.hoster.ui.api.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * The filter chain of pages. Who is signed in comes from the same cookie as everywhere, at each
 * request; the container's session holds pages, never who somebody is. So a restart signs nobody
 * out.
 */
@WebRole
@Configuration(proxyBeanMethods = false)
class PageChain {

  private static final String SIGN_IN = "/login";

  @Bean
  @Order(100)
  SecurityFilterChain pages(
      HttpSecurity http,
      Identities identities,
      SessionCookie cookie,
      SecurityContextHolderStrategy holder,
      CurrentActor current,
      ProblemWriter problems,
      LogoutHandler endSession,
      NavigationAccessControl navigation)
      throws Exception {
    navigation.setLoginView(SIGN_IN);
    return http.securityContext(
            c -> c.securityContextRepository(new NullSecurityContextRepository()))
        .anonymous(AbstractHttpConfigurer::disable)
        .headers(SecurityHeaders::page)
        .authorizeHttpRequests(PublicPaths::pages)
        .exceptionHandling(handling ->
            handling.authenticationEntryPoint(
                (request, response, fault) -> response.sendRedirect(signInPage(request))))
        .addFilterAfter(
            new SignInFilter(identities, cookie, holder, problems, false),
            SecurityContextHolderFilter.class)
        .addFilterBefore(new PageSessionFilter(current), AuthorizationFilter.class)
        .with(
            VaadinSecurityConfigurer.vaadin(),
            vaadin ->
                vaadin
                    .anyRequest(
                        AuthorizedUrl::authenticated) // so that the router says "nothing here"
                    .addLogoutHandler(endSession))
        .logout(logout -> logout.logoutSuccessHandler(toLandingPage()))
        .build();
  }

  /** Also where a view signs out: its answer is not one that a browser follows by itself. */
  private static LogoutSuccessHandler toLandingPage() {
    SimpleUrlLogoutSuccessHandler handler = new SimpleUrlLogoutSuccessHandler();
    handler.setDefaultTargetUrl("/");
    handler.setRedirectStrategy(new UidlRedirectStrategy());
    return handler;
  }

  private static String signInPage(HttpServletRequest request) {
    String query = request.getQueryString();
    String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
    return SIGN_IN + "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
  }

  /** Signing out ends the session row and takes the cookie away. */
  @Bean
  LogoutHandler endSession(
      WebTransactions transactions, SessionStore sessions, SessionCookie cookie, Clock clock) {
    return (request, response, authentication) -> {
      cookie
          .read(request)
          .ifPresent(token ->
              transactions.system(() -> sessions.revoke(Tokens.hash(token), clock.instant())));
      response.addHeader(HttpHeaders.SET_COOKIE, cookie.clear());
    };
  }
}
