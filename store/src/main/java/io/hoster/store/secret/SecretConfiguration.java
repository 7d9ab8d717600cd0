package io.hoster.store.secret;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The master key, loaded once; a missing or wrong one ends the start with one sentence. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretSettings.class)
public class SecretConfiguration {

  @Bean
  MasterKey masterKey(SecretSettings settings) {
    return MasterKey.load(settings);
  }

  @Bean
  SecretStore secretStore(JdbcClient jdbc, MasterKey master) {
    return new SecretStore(jdbc, master);
  }
}
