package io.hoster.lab.bench;

import io.hoster.lab.LabFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Copies of all rows of one deployment at rest, for the same tenant: a list of them reads as much
 * as one of real ones does. Their ids are the original's with {@code c1}, {@code c2} and so on
 * behind it.
 */
record Copies(Database database, String deployment) {

  private static final String ROWS = read();

  private static String read() {
    try (InputStream file = Copies.class.getResourceAsStream("copies.sql")) {
      if (file == null) {
        throw new LabFailure("copies.sql is not packed beside " + Copies.class.getName() + ".");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Makes {@code count} of them. */
  void make(int count) {
    database.run(ROWS);
    database.execute("select pg_temp.copy_deployment(%s, " + count + ")", deployment);
  }

  /** Takes them away again. */
  void forget() {
    database.run(ROWS);
    database.execute("select pg_temp.forget_copies(%s)", deployment);
  }

  /** The id of the copy of that number, from 1. */
  String id(int number) {
    return deployment + "c" + number;
  }
}
