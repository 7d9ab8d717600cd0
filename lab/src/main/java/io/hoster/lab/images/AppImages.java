package io.hoster.lab.images;

import io.hoster.lab.LabFailure;
import io.hoster.lab.LabSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Container images by their official names, for machines that reach no registry. */
public final class AppImages {

  private final LabSettings settings;
  private final List<Recipe> recipes;

  private AppImages(LabSettings settings, List<Recipe> recipes) {
    this.settings = settings;
    this.recipes = recipes;
  }

  /** What the catalog names. */
  public static AppImages of(LabSettings settings) {
    return new AppImages(settings, Recipes.all());
  }

  /** What {@code docker-compose.yml} names, made of the programs that the launcher has. */
  public static AppImages ofProduction(LabSettings settings) {
    return new AppImages(settings, ProductionRecipes.all());
  }

  /**
   * Pulls or builds what is missing, side by side; what is present and of the same recipe stays.
   *
   * @throws LabFailure with a line for each image that could not be made
   */
  public void makeAll() {
    Docker docker = Docker.connect();
    AptSettings apt = AptSettings.ofThisMachine(DebianRoot.RELEASE);
    BaseImage base = new BaseImage(docker, apt, settings.home());
    ImageBuild build = new ImageBuild(docker, apt, base, settings.home());
    Map<Recipe, Future<?>> builds = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Recipe recipe : recipes) {
        Future<?> under = recipe.base() == null ? null : builds.get(recipe.base());
        builds.put(recipe, threads.submit(() -> make(build, recipe, under)));
      }
    }
    requireAll(builds.values());
  }

  /** Once what it stands on is there; that this could not be made is told with that image. */
  private static void make(ImageBuild build, Recipe recipe, @Nullable Future<?> under) {
    if (under != null) {
      try {
        under.get();
      } catch (ExecutionException failed) {
        throw new LabFailure(recipe.image() + " stands on an image that could not be made.");
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new LabFailure("Interrupted before " + recipe.image() + ".", interrupted);
      }
    }
    build.make(recipe);
  }

  private static void requireAll(Collection<Future<?>> builds) {
    List<String> failures = new ArrayList<>();
    for (Future<?> build : builds) {
      switch (build.state()) {
        case SUCCESS -> {}
        case FAILED, CANCELLED, RUNNING -> failures.add(reason(build));
      }
    }
    if (!failures.isEmpty()) {
      throw new LabFailure(String.join("\n", failures.stream().distinct().toList()));
    }
  }

  private static String reason(Future<?> build) {
    Throwable failure =
        build.state() == Future.State.FAILED
            ? build.exceptionNow()
            : new ExecutionException("not finished", null);
    return failure instanceof LabFailure told
        ? String.valueOf(told.getMessage())
        : failure.toString();
  }
}
