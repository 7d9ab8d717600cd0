package io.hoster.activities.deployment;

import io.hoster.store.deployment.DeploymentStore;
import io.hoster.store.operation.LedgerStore;
import io.hoster.store.operation.StepStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeploymentConfiguration {

  @Bean
  StepContext.Rows stepRows(DeploymentStore deployments, StepStore steps, LedgerStore ledger) {
    return new StepContext.Rows(deployments, steps, ledger);
  }
}
