package io.hoster.ui;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one artefact of Hoster; {@code HOSTER_ROLES} decides what this process does. */
@SpringBootApplication(scanBasePackages = "io.hoster")
public class HosterApplication {

  public static void main(String[] args) {
    SpringApplication.run(HosterApplication.class, args);
  }
}
