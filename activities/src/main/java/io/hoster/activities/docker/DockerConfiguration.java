package io.hoster.activities.docker;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Engines are reached by workers only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("hoster.role.worker")
@EnableConfigurationProperties(DockerSettings.class)
public class DockerConfiguration {

  @Bean
  ContainerEngines containerEngines(DockerSettings settings, SpecKey key) {
    return new ContainerEngines(settings, key);
  }
}
