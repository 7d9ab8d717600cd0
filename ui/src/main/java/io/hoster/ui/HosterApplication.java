package io.hoster.ui;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The one artefact of Hoster; {@code HOSTER_ROLES} decides what this process does. */
@SpringBootApplication(
    scanBasePackages = {"io.hoster.ui", "io.hoster.store"},
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class HosterApplication {

  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(HosterApplication.class);
    application.setDefaultProperties(Roles.properties(System.getenv("HOSTER_ROLES")));
    application.run(args);
  }
}
