package io.hoster.activities.caddy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The pages that the edge itself answers with, as HTML texts.
 *
 * @param away for the console while the application behind it does not answer
 */
public record EdgePages(
    String starting,
    String stopped,
    String suspended,
    String unavailable,
    String missing,
    String away) {

  /**
   * Reads the pages from {@code <proxyConfig>/pages}.
   *
   * @throws UncheckedIOException when a page is missing or is no UTF-8 text
   */
  public static EdgePages read(Path proxyConfig) {
    Path pages = proxyConfig.resolve("pages");
    return new EdgePages(
        page(pages, "starting"),
        page(pages, "stopped"),
        page(pages, "suspended"),
        page(pages, "unavailable"),
        page(pages, "missing"),
        page(pages, "away"));
  }

  private static String page(Path pages, String name) {
    Path file = pages.resolve(name + ".html");
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The page " + file + " cannot be read. Set HOSTER_PROXY_CONFIG to the folder of pages.",
          e);
    }
  }
}
