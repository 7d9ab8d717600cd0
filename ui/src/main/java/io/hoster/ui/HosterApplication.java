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
    SpringApplication.run(HosterApplication.class, Roles.arguments(System.getenv("HOSTER_ROLES")));
  }
}
