package io.hoster.lab.images;

import io.hoster.lab.LabFailure;
import io.hoster.lab.LabSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
    List<Future<?>> builds = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Recipe recipe : recipes) {
        builds.add(threads.submit(() -> build.make(recipe)));
      }
    }
    requireAll(builds);
  }

  private static void requireAll(List<Future<?>> builds) {
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
