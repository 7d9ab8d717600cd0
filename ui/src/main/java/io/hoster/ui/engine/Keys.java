package io.hoster.ui.engine;

import io.hoster.store.secret.MasterKey;
import io.hoster.store.secret.Sealing;
import io.hoster.ui.security.SecretBox;
import io.hoster.workflows.log.LogTicketKey;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keys that every role may need, each derived for its one purpose. */
@Configuration(proxyBeanMethods = false)
class Keys {

  @Bean
  LogTicketKey logTicketKey(MasterKey master) {
    return new LogTicketKey(master.derive("log tickets"));
  }

  @Bean
  SecretBox secretBox(MasterKey master) {
    byte[] key = master.derive("accounts");
    return new SecretBox() {
      @Override
      public byte[] seal(String context, String plain) {
        return Sealing.seal(key, context, plain.getBytes(StandardCharsets.UTF_8));
      }

      @Override
      public String open(String context, byte[] sealed) {
        return new String(Sealing.open(key, context, sealed), StandardCharsets.UTF_8);
      }
    };
  }
}
