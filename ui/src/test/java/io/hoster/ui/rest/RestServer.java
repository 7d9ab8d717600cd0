package io.hoster.ui.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** The API in a servlet container on a port of its own, with a database of its own. */
@SpringBootTest(
    classes = RestApp.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "hoster.role.web=true",
      "hoster.role.worker=false",
      "hoster.role.edge=false",
      "hoster.install=test",
      "hoster.home=target/rest-home",
      "hoster.master-key=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
      "hoster.temporal-address=127.0.0.1:1",
      "management.prometheus.metrics.export.enabled=true"
    })
@ContextConfiguration(initializers = RestParts.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RestServer {}
