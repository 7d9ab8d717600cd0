package io.hoster.ui.operations;

import io.hoster.ui.operations.Readiness.Away;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How this process is, whatever its roles. Asks nothing of who asks. */
@Hidden
@RestController
@RequestMapping("/health")
class HealthController {

  private final Readiness readiness;
  private final String version;

  HealthController(Readiness readiness, ObjectProvider<BuildProperties> build) {
    this.readiness = readiness;
    BuildProperties properties = build.getIfAvailable();
    String known = properties == null ? null : properties.getVersion();
    this.version = known == null ? "dev" : known;
  }

  /** That it runs, and as which version. */
  @GetMapping
  Health health() {
    return Health.alive(version);
  }

  /** That it need not be restarted. */
  @GetMapping("/live")
  Health live() {
    return Health.alive(version);
  }

  /** That each of its roles can do its work; 503 with the parts that are away. */
  @GetMapping("/ready")
  ResponseEntity<Health> ready() {
    Away away = readiness.away();
    return away.needed().isEmpty()
        ? ResponseEntity.ok(health(away.awaited().isEmpty() ? "ok" : "degraded", away))
        : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
            .header("Retry-After", "1")
            .body(health("unavailable", away));
  }

  private Health health(String status, Away away) {
    return new Health(status, version, away.needed(), away.awaited());
  }
}
