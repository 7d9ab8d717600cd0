package io.hoster.activities.caddy;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keeper of the Caddy beside this process, in processes that have the role {@code edge}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("hoster.role.edge")
@EnableConfigurationProperties(CaddySettings.class)
class EdgeConfiguration {

  /**
   * A change of ten thousand hosts takes Caddy well under a second; a stuck one must not hold us.
   */
  private static final Duration ANSWER = Duration.ofSeconds(15);

  @Bean
  EdgeKeeper edgeKeeper(CaddySettings settings, EdgeRoutes routes) {
    EdgePages pages = EdgePages.read(settings.proxyConfig());
    return new EdgeKeeper(
        routes,
        apps ->
            new EdgeState(
                settings.adminSocket(),
                settings.httpPort(),
                settings.console(),
                apps,
                pages,
                settings.accessLog()),
        new CaddyClient(settings.adminSocket(), ANSWER),
        EdgeKeeper.Pace.USUAL,
        Clock.systemUTC());
  }
}
