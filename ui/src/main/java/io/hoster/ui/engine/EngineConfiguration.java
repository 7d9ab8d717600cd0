package io.hoster.ui.engine;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.util.Duration;
import io.grpc.StatusRuntimeException;
import io.hoster.store.secret.MasterKey;
import io.hoster.workflows.PayloadCipher;
import io.hoster.workflows.Payloads;
import io.hoster.workflows.ReadinessPart;
import io.hoster.workflows.deployment.DeploymentRuns;
import io.micrometer.core.instrument.MeterRegistry;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The process's one connection to the engine, made when it is first used. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
class EngineConfiguration {

  private static final double REPORT_SECONDS = 10;
  private static final long ANSWER_MILLIS = 1_500;

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

  /** Away: commands are accepted and wait, so pages and API stay in service. */
  @Bean
  @ConditionalOnExpression("${hoster.role.web:false} or ${hoster.role.worker:false}")
  ReadinessPart temporalReadiness(WorkflowServiceStubs stubs) {
    return ReadinessPart.awaited("temporal", () -> answers(stubs));
  }

  private static boolean answers(WorkflowServiceStubs stubs) {
    try {
      stubs
          .blockingStub()
          .withDeadlineAfter(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
          .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
      return true;
    } catch (StatusRuntimeException e) {
      return false; // away: that is the answer
    }
  }

  @Bean
  DeploymentRuns deploymentRuns(WorkflowClient client) {
    return new DeploymentRuns(client);
  }
}
