package io.hoster.ui.operations;

import io.hoster.ui.security.WebRole;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Counts and times the requests of the API, by route, method and status. */
@WebRole
@Configuration(proxyBeanMethods = false)
class RequestMeters {

  /** Just inside the outermost filter, so that refused requests count too. */
  @Bean
  FilterRegistrationBean<Measured> requestMeter(MeterRegistry registry) {
    FilterRegistrationBean<Measured> filter = new FilterRegistrationBean<>(new Measured(registry));
    filter.addUrlPatterns("/api/*", "/auth/*");
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return filter;
  }

  /** Routes are patterns, never addresses: their number is bounded. */
  static final class Measured extends OncePerRequestFilter {

    private static final String NO_ROUTE = "none";
    private static final Duration[] BOUNDS = {
      Duration.ofMillis(5),
      Duration.ofMillis(10),
      Duration.ofMillis(25),
      Duration.ofMillis(50),
      Duration.ofMillis(100),
      Duration.ofMillis(250),
      Duration.ofMillis(500),
      Duration.ofSeconds(1),
      Duration.ofSeconds(5)
    };

    private final MeterRegistry registry;

    Measured(MeterRegistry registry) {
      this.registry = registry;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      Timer.Sample sample = Timer.start(registry);
      try {
        chain.doFilter(request, response);
      } finally {
        Tags tags = Tags.of("method", method(request), "route", route(request));
        Counter.builder("hoster.api.requests")
            .description("Answers of the API")
            .tags(tags.and("status", Integer.toString(response.getStatus())))
            .register(registry)
            .increment();
        sample.stop(
            Timer.builder("hoster.api.request.duration")
                .description("How long answers of the API took")
                .serviceLevelObjectives(BOUNDS)
                .tags(tags)
                .register(registry));
      }
    }

    private static String method(HttpServletRequest request) {
      return switch (request.getMethod()) {
        case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> request.getMethod();
        default -> "other";
      };
    }

    private static String route(HttpServletRequest request) {
      return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
              instanceof String pattern
          ? pattern
          : NO_ROUTE;
    }
  }
}
