package io.hoster.ui.journey;

import java.util.List;
import java.util.Random;

/** A part of the installation that breaks, and how it comes back. */
enum Fault {
  APPLICATION,
  TEMPORAL,
  CADDY,
  POSTGRES,
  DOCKERS_ANSWER;

  private static final List<String> REQUESTS =
      List.of(
          "^POST .*/networks/create",
          "^POST .*/containers/create",
          "^POST .*/containers/.*/start",
          "^POST .*/containers/.*/stop",
          "^DELETE .*/containers/",
          "^DELETE .*/networks/");

  /** SIGKILL; of Docker the answer to the next request of a kind that is drawn is lost. */
  void strike(Installation installation, Random random) {
    switch (this) {
      case APPLICATION -> installation.killApp();
      case TEMPORAL -> installation.killTemporal();
      case CADDY -> installation.killCaddy();
      case POSTGRES -> installation.killPostgres();
      case DOCKERS_ANSWER ->
          installation.cutSocket().loseNext(REQUESTS.get(random.nextInt(REQUESTS.size())));
    }
  }

  /** Returns when it serves again. */
  void mend(Installation installation) {
    switch (this) {
      case APPLICATION -> installation.startApp();
      case TEMPORAL -> installation.startTemporal();
      case CADDY -> installation.startCaddy();
      case POSTGRES -> installation.startPostgres();
      case DOCKERS_ANSWER -> {
        // it was there all the time
      }
    }
  }
}
