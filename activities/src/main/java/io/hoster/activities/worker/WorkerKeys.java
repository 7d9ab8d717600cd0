package io.hoster.activities.worker;

import io.hoster.activities.docker.SpecKey;
import io.hoster.store.secret.MasterKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keys that only a worker needs, each derived for its one purpose. */
@Configuration(proxyBeanMethods = false)
class WorkerKeys {

  @Bean
  SpecKey specKey(MasterKey master) {
    return new SpecKey(master.derive("container specs"));
  }
}
