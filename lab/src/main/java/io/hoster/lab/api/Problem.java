package io.hoster.lab.api;

import org.jspecify.annotations.Nullable;

/** An error as RFC 9457 tells it. */
public record Problem(@Nullable String title, @Nullable String detail, @Nullable String code) {

  boolean is(String wanted) {
    return wanted.equals(code);
  }

  @Override
  public String toString() {
    String words = detail == null ? title : detail;
    return (words == null ? "no reason was given" : words)
        + (code == null ? "" : " (" + code + ")");
  }
}
