package io.hoster.activities.node;

import io.hoster.activities.SteadyClock;
import io.hoster.activities.docker.ContainerEngines;
import io.hoster.activities.docker.DockerSettings;
import io.hoster.store.WorkerTransactions;
import io.hoster.store.deployment.HealthStore;
import io.hoster.store.edge.RouteStore;
import io.hoster.store.metering.SampleStore;
import io.hoster.store.metering.StorageStore;
import io.hoster.store.node.NodeStore;
import io.hoster.workflows.node.NodeActivities;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Workers watch nodes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("hoster.role.worker")
@EnableConfigurationProperties(NodeSettings.class)
public class NodeConfiguration {

  private static final Duration[] PASSES = {
    Duration.ofMillis(50),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10),
    Duration.ofSeconds(60)
  };

  @Bean
  NodeWatch nodeWatch() {
    return new NodeWatch();
  }

  @Bean
  NodeActivities nodeActivities(
      NodeSettings settings,
      NodeWatch watch,
      ContainerEngines engines,
      WorkerTransactions transactions,
      NodeStore nodes,
      HealthStore health,
      RouteStore routes,
      SampleStore samples,
      StorageStore storage,
      DriftRecords drift,
      DockerSettings docker,
      MeterRegistry meters) {
    return new NodeActivitiesImpl(
        settings,
        watch,
        engines::on,
        new NodeRecords(transactions, nodes, health, routes, samples, storage),
        drift,
        "hoster-" + docker.install() + "-",
        driftPasses(meters),
        new SteadyClock());
  }

  static Timer driftPasses(MeterRegistry meters) {
    return Timer.builder("hoster.drift.pass.duration")
        .description("How long comparing a node's rows and world took, with asking its engine")
        .serviceLevelObjectives(PASSES)
        .register(meters);
  }
}
