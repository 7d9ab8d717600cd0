package io.hoster.ui.tenant;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;

/** Accounts in a servlet container, with PostgreSQL. */
@SpringBootTest(
    classes = AccountsApp.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
    properties = {
      "hoster.role.web=true",
      "hoster.role.worker=false",
      "hoster.role.edge=false",
      "hoster.install=test",
      "hoster.public-url=http://console.test:8080",
      "hoster.home=target/accounts-home",
      "vaadin.allowed-packages=io.hoster",
      "vaadin.launch-browser=false",
      "vaadin.devmode.usageStatistics.enabled=false",
      "spring.threads.virtual.enabled=true"
    })
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface AccountsServer {}
