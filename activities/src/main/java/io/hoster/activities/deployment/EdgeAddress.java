package io.hoster.activities.deployment;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How a host is written as an address that people can open. */
@Component
final class EdgeAddress {

  private final int httpPort;

  EdgeAddress(@Value("${hoster.http-port}") int httpPort) {
    this.httpPort = httpPort;
  }

  String url(String host) {
    return "http://" + host + (httpPort == 80 ? "" : ":" + httpPort);
  }
}
