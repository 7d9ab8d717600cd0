package io.hoster.ui.api;

import io.hoster.ui.Problem;
import io.hoster.ui.security.WebRole;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** What all of the API has in common. */
@WebRole
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

  /** After the controllers, before the pages. */
  private static final int AFTER_CONTROLLERS = 10;

  @Bean
  FilterRegistrationBean<RequestFilter> requestFilter(ProblemWriter problems, Faults faults) {
    FilterRegistrationBean<RequestFilter> filter =
        new FilterRegistrationBean<>(new RequestFilter(problems, faults));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  WebMvcConfigurer apiJsonConverter(ApiJson json) {
    return new WebMvcConfigurer() {
      @Override
      public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json.mapper()));
      }
    };
  }

  /** An unknown address of the API is a problem, not a page. */
  @Bean
  SimpleUrlHandlerMapping unknownApiPaths(ProblemWriter problems) {
    HttpRequestHandler unknown =
        (request, response) -> problems.write(request, response, Problem.notFound());
    Map<String, Object> handlers = new LinkedHashMap<>();
    ApiPaths.PATTERNS.forEach(pattern -> handlers.put(pattern, unknown));
    return new SimpleUrlHandlerMapping(handlers, AFTER_CONTROLLERS);
  }
}
