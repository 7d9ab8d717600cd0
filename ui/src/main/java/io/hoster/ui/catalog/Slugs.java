package io.hoster.ui.catalog;

import io.hoster.store.Ids;
import java.text.Normalizer;
import java.util.Locale;

/** Makes the address of a tenant's template: its name in plain letters, and five of chance. */
final class Slugs {

  private static final int LONGEST = 30;
  private static final int CHANCE = 5;

  private Slugs() {}

  /** A fresh one each time; nobody can take a bare name from the platform's own. */
  static String of(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    String words = cut.replaceAll("^-+|-+$", "");
    String chance = Ids.fresh("x");
    return (words.isEmpty() ? "template" : words)
        + "-"
        + chance.substring(chance.length() - CHANCE);
  }
}
