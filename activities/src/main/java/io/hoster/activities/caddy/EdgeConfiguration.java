package io.hoster.activities.caddy;

import io.hoster.activities.SteadyClock;
import io.hoster.store.Change;
import io.hoster.store.ChangeListener;
import io.hoster.store.WorkerTransactions;
import io.hoster.store.edge.EdgeStore;
import io.hoster.store.metering.TrafficStore;
import io.hoster.workflows.ReadinessPart;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The keeper of the Caddy beside this process and the reader of its log, in processes that have the
 * role {@code edge}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("hoster.role.edge")
@EnableConfigurationProperties(CaddySettings.class)
class EdgeConfiguration {

  /**
   * A change of ten thousand hosts takes Caddy well under a second; a stuck one must not hold us.
   */
  private static final Duration ANSWER = Duration.ofSeconds(15);

  private static final Duration COUNTED_EVERY = Duration.ofSeconds(3);

  @Bean
  EdgeRoutes edgeRoutes(CaddySettings settings, WorkerTransactions transactions, EdgeStore store) {
    return new StoredEdgeRoutes(transactions, store, settings.edgeId());
  }

  @Bean
  EdgeKeeper edgeKeeper(
      CaddySettings settings, EdgeRoutes routes, ChangeListener changes, MeterRegistry meters) {
    EdgePages pages = EdgePages.read(settings.proxyConfig());
    Clock clock = new SteadyClock();
    var keeper =
        new EdgeKeeper(
            routes,
            apps -> settings.state(apps, pages),
            new CaddyClient(settings.edgeAdminSocket(), ANSWER),
            EdgeKeeper.Pace.USUAL,
            clock);
    EdgeMeters.of(keeper, meters, clock);
    changes.subscribeAtOnce(batch -> wakeFor(batch, keeper));
    return keeper;
  }

  @Bean
  ReadinessPart edgeReadiness(EdgeKeeper keeper) {
    return ReadinessPart.needed("edge", () -> keeper.health() instanceof EdgeHealth.InStep);
  }

  @Bean
  AccessLogReader accessLogReader(
      CaddySettings settings,
      WorkerTransactions transactions,
      TrafficStore traffic,
      MeterRegistry meters) {
    return new AccessLogReader(
        settings.accessLog(),
        new TrafficRecords(transactions, traffic, settings.edgeId()),
        new ProxyMeters(meters),
        COUNTED_EVERY);
  }

  private static void wakeFor(Set<Change> changes, EdgeKeeper keeper) {
    if (changes.contains(Change.EVERYTHING)
        || changes.stream().anyMatch(change -> change.table().equals("route"))) {
      keeper.wake();
    }
  }
}
