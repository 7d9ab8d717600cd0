package io.hoster.ui.deployment;

import io.hoster.store.secret.SecretStore;
import io.hoster.ui.security.WebRole;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What reading needs from elsewhere. */
@WebRole
@Configuration(proxyBeanMethods = false)
class DeploymentReading {

  @Bean
  SecretOpener secretOpener(SecretStore secrets) {
    return secrets::open;
  }
}
