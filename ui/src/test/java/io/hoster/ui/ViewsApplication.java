package io.hoster.ui;

import io.hoster.store.Change;
import io.hoster.ui.catalog.SomeCreators;
import io.hoster.ui.catalog.SomeTemplates;
import io.hoster.ui.deployment.SomeDeployments;
import io.hoster.ui.deployment.SomeDesk;
import io.hoster.ui.deployment.SomeLines;
import io.hoster.ui.overview.SomeGlance;
import io.hoster.ui.tenant.OneAccount;
import io.hoster.ui.tenant.OneSecondFactor;
import io.hoster.ui.tenant.OneTeam;
import io.hoster.ui.tenant.OneUser;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The views alone, on services of paper: for a look at them and for tests in memory. Carries no
 * stereotype, so that no scan of another test finds it.
 */
@EnableAutoConfiguration
@Import({SessionSetup.class, AppShell.class})
public class ViewsApplication {

  public static void main(String[] args) {
    SpringApplication.run(ViewsApplication.class, args);
  }

  @Bean
  SecurityFilterChain everybody(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(every -> every.anyRequest().permitAll())
        .csrf(csrf -> csrf.disable())
        .build();
  }

  @Bean
  OneVisitor oneVisitor() {
    return new OneVisitor();
  }

  @Bean
  OneUser oneUser(OneVisitor browser) {
    return new OneUser(browser);
  }

  @Bean
  SomeTemplates someTemplates() {
    return new SomeTemplates();
  }

  @Bean
  SomeCreators someCreators() {
    return new SomeCreators();
  }

  @Bean
  SomeDeployments someDeployments() {
    return new SomeDeployments(Instant.now());
  }

  @Bean
  SomeGlance someGlance(SomeDeployments deployments) {
    return new SomeGlance(deployments);
  }

  @Bean
  OneAccount oneAccount() {
    return new OneAccount();
  }

  @Bean
  OneTeam oneTeam() {
    return new OneTeam();
  }

  @Bean
  OneSecondFactor oneSecondFactor() {
    return new OneSecondFactor();
  }

  @Bean
  SomeDesk someDesk() {
    return new SomeDesk();
  }

  @Bean
  SomeLines someLines() {
    return new SomeLines();
  }

  @Bean
  ChangeFeed changeFeed() {
    return new ChangeFeed();
  }

  /** Tells the open pages that {@code id} changed. */
  static void tell(ChangeFeed feed, String table, String id) {
    feed.tell(List.of(new Change(table, id, OneVisitor.ADA.tenant().value())));
  }
}
