package io.hoster.ui.api;

import io.hoster.ui.security.WebRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the servlet container refuses before any of our filters sees it, such as an address that
 * cannot be read, is said like everything else that is refused: as problem+json.
 */
@WebRole
@Configuration(proxyBeanMethods = false)
public class ContainerRefusals {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> saidAsProblems() {
    return factory ->
        factory.addContextCustomizers(context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(Report.class.getName());
          }
        });
  }

  /** The container makes it by its name. */
  public static final class Report extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
      int status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      response.setContentType("application/problem+json");
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      try {
        response
            .getReporter()
            .write(
                """
                {"type":"urn:hoster:problem:bad_request","title":"Error","status":%d,"detail":"This \
                request has a form that is not accepted. Check its address and headers.","code":"bad_request"}\
                """
                    .formatted(status));
        response.finishResponse();
      } catch (IOException | IllegalStateException e) {
        container.getLogger().debug("Nobody waits for an answer any more", e);
      }
    }
  }
}
