package io.hoster.store.secret;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The master key, loaded once. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretSettings.class)
public class SecretConfiguration {

  /** Refuses, before anything is started, to go on without a master key. */
  public static void require(ConfigurableApplicationContext context) {
    MasterKey.load(Binder.get(context.getEnvironment()).bind("hoster", SecretSettings.class).get());
  }

  @Bean
  MasterKey masterKey(SecretSettings settings) {
    return MasterKey.load(settings);
  }

  @Bean
  SecretStore secretStore(JdbcClient jdbc, MasterKey master) {
    return new SecretStore(jdbc, master);
  }
}
