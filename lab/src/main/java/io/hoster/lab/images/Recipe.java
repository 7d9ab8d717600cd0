package io.hoster.lab.images;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one image of the catalog is made here.
 *
 * @param image the name under which the catalog asks for it
 * @param version what the software inside says of itself
 * @param folder the folder in {@code lab/images}
 * @param files its files, the Dockerfile among them
 * @param versionCommand prints the version inside the image
 * @param ingredients what the host adds before the build
 * @param base the recipe of the image that it stands on; null: {@link BaseImage}
 */
record Recipe(
    String image,
    String version,
    String folder,
    List<String> files,
    List<String> versionCommand,
    Ingredients ingredients,
    @Nullable Recipe base) {

  /** An image that stands on {@link BaseImage}. */
  Recipe(
      String image,
      String version,
      String folder,
      List<String> files,
      List<String> versionCommand,
      Ingredients ingredients) {
    this(image, version, folder, files, versionCommand, ingredients, null);
  }

  /** The image's name without its tag. */
  String repository() {
    return image.substring(0, image.lastIndexOf(':'));
  }
}
