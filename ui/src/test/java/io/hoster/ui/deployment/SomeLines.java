package io.hoster.ui.deployment;

import io.hoster.ui.security.Actor;
import io.hoster.workflows.deployment.DeploymentId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Sends lines that a test, or a clock, gives it. */
public final class SomeLines implements LogSource {

  private final List<Consumer<List<Line>>> readers = new CopyOnWriteArrayList<>();

  @Override
  public Following follow(
      Actor actor,
      DeploymentId id,
      String service,
      int tail,
      Consumer<List<Line>> lines,
      Consumer<String> lost) {
    if (id.equals(SomeDeployments.FAILED)) {
      lost.accept("The logs could not be read: node local has not answered for 2 min.");
      return () -> {};
    }
    readers.add(lines);
    lines.accept(
        List.of(
            new Line(Instant.now(), "web", "stdout", "GET / HTTP/1.1 200 1431 \"curl/8\""),
            new Line(
                Instant.now(),
                "web",
                "stderr",
                "AH00558: apache2: could not determine the server's fully qualified domain name, using 172.18.0.3. Set the 'ServerName' directive globally to suppress this message"),
            new Line(
                Instant.now(),
                "db",
                "stdout",
                "LOG:  database system is ready to accept connections <b>not bold</b>")));
    return () -> readers.remove(lines);
  }

  public void write(String text) {
    readers.forEach(
        reader -> reader.accept(List.of(new Line(Instant.now(), "web", "stdout", text))));
  }

  public int readers() {
    return readers.size();
  }
}
