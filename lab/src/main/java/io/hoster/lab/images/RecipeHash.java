package io.hoster.lab.images;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A fingerprint of everything that decides what an image contains, except what Debian gives that
 * day.
 */
final class RecipeHash {

  private final MessageDigest digest;

  private RecipeHash(MessageDigest digest) {
    this.digest = digest;
  }

  static String ofBase() {
    return start().add(DebianRoot.RELEASE).addFiles("debian", DebianRoot.files()).end();
  }

  static String of(Recipe recipe) {
    return start()
        .add(recipe.base() == null ? ofBase() : of(recipe.base()))
        .add(recipe.image())
        .add(recipe.ingredients().toString())
        .addFiles(recipe.folder(), recipe.files())
        .end();
  }

  private static RecipeHash start() {
    try {
      return new RecipeHash(MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  private RecipeHash add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  private RecipeHash add(byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
    return this;
  }

  private RecipeHash addFiles(String folder, List<String> files) {
    files.forEach(file -> add(file).add(Workspace.resource(folder, file)));
    return this;
  }

  private String end() {
    return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
  }
}
