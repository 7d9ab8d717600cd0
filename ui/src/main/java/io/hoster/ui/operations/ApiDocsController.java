package io.hoster.ui.operations;

import io.hoster.ui.Problem;
import io.hoster.ui.security.WebRole;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.webjars.WebJarVersionLocator;

/**
 * The API's description as a page to read and try. Its scripts come from this installation, so it
 * works without the internet, and under a policy tighter than the console's.
 */
@Hidden
@WebRole
@RestController
class ApiDocsController {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final Duration KEPT = Duration.ofHours(1);
  private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=utf-8");
  private static final MediaType STYLE = MediaType.parseMediaType("text/css;charset=utf-8");

  private final String page = text("io/hoster/ui/operations/api-docs.html");

  /** The page. */
  @GetMapping("/docs/api")
  ResponseEntity<String> page() {
    return ResponseEntity.ok()
        .header("Content-Security-Policy", POLICY)
        .contentType(MediaType.parseMediaType("text/html;charset=utf-8"))
        .body(page);
  }

  /** What the page loads. */
  @GetMapping("/docs/api/assets/{file}")
  ResponseEntity<Resource> asset(@PathVariable String file) {
    return switch (file) {
      case "swagger-ui.css" -> answer(STYLE, webJar(file));
      case "swagger-ui-bundle.js" -> answer(SCRIPT, webJar(file));
      case "api-docs.js" -> answer(SCRIPT, "io/hoster/ui/operations/" + file);
      default -> ResponseEntity.notFound().build();
    };
  }

  private static ResponseEntity<Resource> answer(MediaType type, String path) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
        .body(new ClassPathResource(path));
  }

  private static String webJar(String file) {
    String path = new WebJarVersionLocator().fullPath("swagger-ui", file);
    if (path == null) {
      throw Problem.notFound();
    }
    return path;
  }

  private static String text(String path) {
    try {
      return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
