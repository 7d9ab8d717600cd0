package io.hoster.ui.journey;

import java.util.Locale;
import java.util.UUID;

/** Somebody with a mailbox and a password that nobody else has. */
record Person(String name, String email, String password) {

  static Person named(String name) {
    String tag = UUID.randomUUID().toString().substring(0, 8);
    return new Person(
        name, name.toLowerCase(Locale.ROOT) + "-" + tag + "@example.com", "walrus-canoe-" + tag);
  }

  Person with(String otherPassword) {
    return new Person(name, email, otherPassword);
  }
}
