package io.hoster.ui.catalog;

import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.TemplateFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The texts of one folder of the catalog. */
record CatalogEntry(
    String slug, String templateYaml, String compose, String description, String icon) {

  /** The names of the files, in the order of the checksum. */
  static final List<String> FILES =
      List.of("template.yaml", "docker-compose.yml", "description.md", "icon.svg");

  /**
   * The template that the files describe.
   *
   * @throws IllegalArgumentException when a text is wrong
   */
  TemplateDefinition definition() {
    return TemplateFile.read(slug, templateYaml, compose, description, icon);
  }

  /** SHA-256 over all the files, in hexadecimal digits. */
  String checksum() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String text : List.of(templateYaml, compose, description, icon)) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
