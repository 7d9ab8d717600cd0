package io.hoster.ui.security;

import io.hoster.ui.Problem;
import io.hoster.ui.api.ProblemWriter;
import java.time.Clock;
import org.apache.catalina.core.StandardContext;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** What the filter chains stand on. */
@WebRole
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(WebSettings.class)
class SecurityConfiguration {

  /** What Tomcat reads and throws away, so that a sender of too much gets its answer. */
  private static final int SWALLOWED_BYTES = 32 * 1024 * 1024;

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** Nobody signs in through Spring Security's own ways. */
  @Bean
  AuthenticationManager noOtherSignIn() {
    return authentication -> {
      throw new BadCredentialsException("sign in by /auth/login");
    };
  }

  /** Addresses that no honest client sends. */
  @Bean
  RequestRejectedHandler rejectedAddresses(ProblemWriter problems) {
    return (request, response, fault) ->
        problems.write(
            request,
            response,
            new Problem(400, "bad_request", "This address has a form that is not accepted."));
  }

  /**
   * Tomcat 11 suspends the response after a forward, and Vaadin's pages are reached by one: without
   * this the headers that a filter writes late are missing from every page (spring-security#19457).
   */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> keepLateHeaders() {
    return factory -> {
      factory.addContextCustomizers(
          context -> ((StandardContext) context).setSuspendWrappedResponseAfterForward(false));
      factory.addConnectorCustomizers(
          connector -> connector.setProperty("maxSwallowSize", String.valueOf(SWALLOWED_BYTES)));
    };
  }
}
