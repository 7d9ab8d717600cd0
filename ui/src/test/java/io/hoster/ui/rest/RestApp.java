package io.hoster.ui.rest;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The API as it is served, without pages that need a browser and without a worker. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({
  "io.hoster.store",
  "io.hoster.ui.api",
  "io.hoster.ui.catalog",
  "io.hoster.ui.deployment",
  "io.hoster.ui.engine",
  "io.hoster.ui.operations",
  "io.hoster.ui.security",
  "io.hoster.ui.support"
})
class RestApp {}
