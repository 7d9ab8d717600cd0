package io.hoster.ui.engine;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.util.Duration;
import io.hoster.store.secret.MasterKey;
import io.hoster.workflows.PayloadCipher;
import io.hoster.workflows.Payloads;
import io.hoster.workflows.deployment.DeploymentRuns;
import io.micrometer.core.instrument.MeterRegistry;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.TreeMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The process's one connection to the engine, made when it is first used. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
class EngineConfiguration {

  private static final double REPORT_SECONDS = 10;

  @Bean
  PayloadCipher payloadCipher(MasterKey master) {
    TreeMap<String, byte[]> ring = new TreeMap<>();
    ring.put(master.id(), master.derive("engine payloads"));
    return new PayloadCipher(master.id(), ring);
  }

  @Bean(destroyMethod = "shutdownNow")
  WorkflowServiceStubs serviceStubs(EngineSettings settings, MeterRegistry meters) {
    Scope scope =
        new RootScopeBuilder()
            .reporter(new MicrometerClientStatsReporter(meters))
            .reportEvery(Duration.ofSeconds(REPORT_SECONDS));
    return WorkflowServiceStubs.newServiceStubs(
        WorkflowServiceStubsOptions.newBuilder()
            .setTarget(settings.temporalAddress())
            .setMetricsScope(scope)
            .build());
  }

  @Bean
  WorkflowClient workflowClient(
      WorkflowServiceStubs stubs, EngineSettings settings, PayloadCipher cipher) {
    return WorkflowClient.newInstance(
        stubs,
        WorkflowClientOptions.newBuilder()
            .setNamespace(settings.temporalNamespace())
            .setDataConverter(Payloads.encrypted(cipher))
            .build());
  }

  @Bean
  DeploymentRuns deploymentRuns(WorkflowClient client) {
    return new DeploymentRuns(client);
  }
}
