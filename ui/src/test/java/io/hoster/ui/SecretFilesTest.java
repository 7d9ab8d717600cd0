package io.hoster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SecretFilesTest {

  @TempDir Path folder;

  @Test
  void areSettingsWithoutTheEndOfTheirLine() throws IOException {
    Files.writeString(folder.resolve("hoster.master-key"), "00ff\n");
    settings()
        .run(context ->
            assertThat(context.getEnvironment().getProperty("hoster.master-key"))
                .isEqualTo("00ff"));
  }

  @Test
  void canBePartsOfOtherSettings() throws IOException {
    Files.writeString(folder.resolve("hoster.database-password"), "hidden");
    settings()
        .withPropertyValues("hoster.database-url=jdbc:x?password=${hoster.database-password}")
        .run(context ->
            assertThat(context.getEnvironment().getProperty("hoster.database-url"))
                .isEqualTo("jdbc:x?password=hidden"));
  }

  @Test
  void needNotBeThere() {
    settings()
        .withPropertyValues("hoster.secrets-folder=" + folder.resolve("none"))
        .run(context ->
            assertThat(context.getEnvironment().getProperty("hoster.master-key")).isNull());
  }

  private ApplicationContextRunner settings() {
    return new ApplicationContextRunner()
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .withPropertyValues("hoster.secrets-folder=" + folder);
  }
}
