package io.hoster.ui.deployment;

import io.hoster.ui.security.WebRole;
import io.hoster.ui.security.WebSettings;
import java.net.URI;
import org.springframework.stereotype.Component;

/** How an app's host is written as an address: apps are reached the same way as the console. */
@WebRole
@Component
public final class AppAddress {

  private final URI console;

  AppAddress(WebSettings settings) {
    this.console = settings.publicUrl();
  }

  /** The address of {@code host}, such as {@code http://blog.apps.localhost:8080}. */
  public String url(String host) {
    int port = console.getPort();
    return console.getScheme() + "://" + host + (port < 0 ? "" : ":" + port);
  }
}
