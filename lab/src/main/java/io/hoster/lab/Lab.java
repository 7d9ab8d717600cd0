package io.hoster.lab;

import io.hoster.lab.bench.Bench;
import io.hoster.lab.firstapp.FirstApp;
import io.hoster.lab.images.AppImages;
import io.hoster.lab.production.ProductionProof;
import io.hoster.lab.serve.StandIns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data centre in a box: {@code serve} (the default), {@code images [production]}, {@code
 * first-app}, {@code production}, {@code bench [NAME]}.
 */
public final class Lab {

  private static final Logger console = LoggerFactory.getLogger("console");

  private Lab() {}

  public static void main(String[] args) {
    try {
      run(
          args.length == 0 ? "serve" : args[0],
          args.length < 2 ? "" : args[1],
          LabSettings.from(System.getenv()));
    } catch (LabFailure failure) {
      console.error(failure.getMessage());
      System.exit(1);
    }
  }

  private static void run(String command, String which, LabSettings settings) {
    switch (command) {
      case "serve" -> serve(settings);
      case "images" ->
          (which.equals("production") ? AppImages.ofProduction(settings) : AppImages.of(settings))
              .makeAll();
      case "first-app" -> FirstApp.of(settings).run();
      case "production" -> ProductionProof.of(settings).run();
      case "bench" -> Bench.of(settings).run(which);
      default ->
          throw new LabFailure(
              "There is no \""
                  + command
                  + "\" in the lab; try serve, images, first-app, production or bench.");
    }
  }

  /** The servers' own threads keep the process alive until it is told to end. */
  private static void serve(LabSettings settings) {
    StandIns standIns = StandIns.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(standIns::close, "lab-close"));
    console.info("Mail trap: {}", standIns.addresses().mail());
  }
}
