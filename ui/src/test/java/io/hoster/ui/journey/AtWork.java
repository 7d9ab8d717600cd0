package io.hoster.ui.journey;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.core.ConditionFactory;
import org.springframework.dao.DataAccessException;

/**
 * A tenant who deploys, stops, starts and deletes apps, one after another, while things break: as a
 * script does, they look what there is and ask again for what is not.
 */
final class AtWork {

  private final Installation installation;
  private final Customer customer;
  private final Random random;
  private final List<Subject> gone = new ArrayList<>();

  /** {@code random} draws what they do. */
  AtWork(Installation installation, Random random) {
    this.installation = installation;
    this.customer = new Customer(installation);
    this.random = random;
  }

  /** The lives of so many apps, and the beginning of one that stays. */
  Subject lives(int count) {
    for (int i = 0; i < count; i++) {
      Subject subject =
          deploy("work-" + i, random.nextInt(3) == 0 ? App.MINIFLUX : App.STATIC_SITE);
      int pauses = random.nextInt(3);
      for (int pause = 0; pause < pauses; pause++) {
        become(subject, "stopped", "stop");
        become(subject, "running", "start");
      }
      become(subject, "stopped", "stop");
      delete(subject);
      gone.add(subject);
    }
    return deploy("stays", App.STATIC_SITE);
  }

  /** What was deployed and deleted. */
  List<Subject> gone() {
    return gone;
  }

  Customer customer() {
    return customer;
  }

  private Subject deploy(String name, App app) {
    Map<String, ?> wanted = customer.wanted(app, name);
    String id =
        patiently(name + " is there")
            .until(
                () -> {
                  String found = id(name);
                  if (found.isEmpty()) {
                    customer.api().post("/api/v1/deployments", wanted);
                  }
                  return found;
                },
                found -> !found.isEmpty());
    Subject subject = new Subject(id, app);
    patiently(subject + " runs").until(() -> isNow(subject, "running"));
    return subject;
  }

  /** Empty: nobody says that there is one. */
  private String id(String name) {
    return customer
        .api()
        .get("/api/v1/deployments?q=" + name)
        .body()
        .path("data")
        .valueStream()
        .filter(row -> row.path("name").asString().equals(name))
        .map(row -> row.path("id").asString())
        .findFirst()
        .orElse("");
  }

  private void become(Subject subject, String status, String verb) {
    patiently(subject + " is " + status)
        .until(() -> {
          boolean rests = installation.rows().isAtRest(subject.id());
          if (rests && !isNow(subject, status)) {
            customer.api().post("/api/v1/deployments/" + subject.id() + "/" + verb);
          }
          return isNow(subject, status);
        });
  }

  private void delete(Subject subject) {
    patiently(subject + " is gone")
        .until(() -> {
          boolean rests = installation.rows().isAtRest(subject.id());
          boolean gone = installation.rows().deployment(subject.id()).deleted();
          if (rests && !gone) {
            customer.api().delete("/api/v1/deployments/" + subject.id());
          }
          return rests && gone;
        });
  }

  private boolean isNow(Subject subject, String status) {
    return installation.rows().isAtRest(subject.id())
        && installation.rows().deployment(subject.id()).status().equals(status);
  }

  /** What is away meanwhile answers nothing, or that it is away. */
  private static ConditionFactory patiently(String title) {
    return await(title)
        .atMost(Customer.PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptionsMatching(
            fault -> fault instanceof DataAccessException || fault instanceof UncheckedIOException);
  }
}
