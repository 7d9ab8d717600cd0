package io.hoster.store.secret;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the master key is.
 *
 * @param masterKey 64 hexadecimal digits; null: the file {@code master.key} below {@code home},
 *     made at the first start
 * @param env {@code production} refuses to make a key by itself
 */
@ConfigurationProperties("hoster")
public record SecretSettings(@Nullable String masterKey, Path home, @Nullable String env) {

  @Override
  public String toString() {
    return "SecretSettings[masterKey=***, home=" + home + "]";
  }
}
