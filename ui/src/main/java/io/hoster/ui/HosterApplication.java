package io.hoster.ui;

import io.hoster.store.secret.SecretConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The one artefact of Hoster; {@code HOSTER_ROLES} decides what this process does. */
@SpringBootApplication(
    scanBasePackages = {"io.hoster.ui", "io.hoster.store"},
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class HosterApplication {

  private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

  /**
   * On two cores virtual threads have two carriers; both can be pinned in class loading, waiting
   * for a lock whose holder then has no carrier left to go on. So there are always some more.
   */
  private static final int FEWEST_CARRIERS = 16;

  public static void main(String[] args) {
    if (System.getProperty(CARRIERS) == null) {
      int carriers = Math.max(FEWEST_CARRIERS, Runtime.getRuntime().availableProcessors());
      System.setProperty(CARRIERS, Integer.toString(carriers));
      System.setProperty("jdk.virtualThreadScheduler.maxPoolSize", Integer.toString(8 * carriers));
    }
    SpringApplication application = new SpringApplication(HosterApplication.class);
    application.addInitializers(SecretConfiguration::require);
    application.run(Roles.arguments(System.getenv("HOSTER_ROLES")));
  }
}
