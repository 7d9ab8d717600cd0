package io.hoster.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A second port on the loopback for the platform itself: health, metrics, log streams. What belongs
 * to it is not served on the port that people reach, and nothing else is served on it.
 */
@Configuration(proxyBeanMethods = false)
class InternalPort {

  /**
   * Also keeps what filters write late: Vaadin on "/" is reached by a forward, after which Tomcat
   * 11 would otherwise drop security headers.
   */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> internalConnector(
      @Value("${hoster.internal-port}") int internalPort,
      @Value("${server.port}") int port,
      @Value("${hoster.internal-address}") String address) {
    return factory -> {
      factory.addContextCustomizers(
          context -> ((StandardContext) context).setSuspendWrappedResponseAfterForward(false));
      if (internalPort != port) {
        Connector connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        connector.setPort(internalPort);
        connector.setProperty("address", address);
        factory.addAdditionalConnectors(connector);
      }
    };
  }

  @Bean
  FilterRegistrationBean<Gate> internalGate(
      @Value("${hoster.internal-port}") int internalPort, @Value("${server.port}") int port) {
    FilterRegistrationBean<Gate> gate =
        new FilterRegistrationBean<>(new Gate(internalPort, internalPort == port));
    gate.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return gate;
  }

  /**
   * What belongs to the internal port has checks of its own (a ticket), no session and no redirect
   * to a sign-in page.
   */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityFilterChain internalChain(HttpSecurity http) {
    return http.securityMatcher("/internal/**", "/metrics")
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .build();
  }

  /** Lets a request through only on the port it belongs to. */
  static final class Gate extends OncePerRequestFilter {

    private final int internalPort;
    private final boolean only;

    Gate(int internalPort, boolean only) {
      this.internalPort = internalPort;
      this.only = only;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      String path = request.getRequestURI();
      boolean internal = path.startsWith("/internal/") || path.equals("/metrics");
      boolean health = path.equals("/health") || path.startsWith("/health/");
      boolean onInternalPort = request.getLocalPort() == internalPort;
      if (health || (onInternalPort ? internal : !internal || only)) {
        chain.doFilter(request, response);
      } else {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      }
    }
  }
}
