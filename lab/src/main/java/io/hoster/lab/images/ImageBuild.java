package io.hoster.lab.images;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one image onto the engine: present, pulled or built. */
final class ImageBuild {

  private static final Logger console = LoggerFactory.getLogger("console");
  private static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9]+(\\.[0-9]+)*");

  private final Docker docker;
  private final AptSettings apt;
  private final BaseImage base;
  private final Path home;

  ImageBuild(Docker docker, AptSettings apt, BaseImage base, Path home) {
    this.docker = docker;
    this.apt = apt;
    this.base = base;
    this.home = home;
  }

  void make(Recipe recipe) {
    String hash = RecipeHash.of(recipe);
    switch (docker.presence(recipe.image())) {
      case Docker.Presence.Pulled() -> console.info("{}: present", recipe.image());
      case Docker.Presence.Built(String old) when old.equals(hash) ->
          console.info("{}: present", recipe.image());
      case Docker.Presence.Built _, Docker.Presence.Absent _ -> pullOrBuild(recipe, hash);
    }
  }

  private void pullOrBuild(Recipe recipe, String hash) {
    if (docker.pull(recipe.image())) {
      console.info("{}: pulled", recipe.image());
      return;
    }
    long start = System.nanoTime();
    try (Workspace workspace = Workspace.create(home, recipe.folder())) {
      workspace.unpack(recipe.folder(), recipe.files());
      recipe.ingredients().addTo(workspace.folder());
      base.require();
      docker.build(recipe.image(), hash, workspace.folder(), apt.buildArguments());
    }
    nameByRealVersion(recipe);
    console.info("{}: built in {} s", recipe.image(), (System.nanoTime() - start) / 1_000_000_000);
  }

  /**
   * Debian replaces a minor version by the next: then the image carries both names, and that is
   * said.
   */
  private void nameByRealVersion(Recipe recipe) {
    Matcher found = VERSION.matcher(docker.ask(recipe.image(), recipe.versionCommand()));
    if (found.find() && !found.group().equals(recipe.version())) {
      String real = recipe.repository() + ":" + found.group();
      docker.tag(recipe.image(), real);
      console.warn(
          "{}: the packages give {} now; the image carries both names", recipe.image(), real);
    }
  }
}
