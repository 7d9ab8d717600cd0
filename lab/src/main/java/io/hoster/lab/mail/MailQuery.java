package io.hoster.lab.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What is asked for: {@code to}, empty for everybody, and the mail that is open. */
record MailQuery(String to, Optional<Long> id) {

  static MailQuery of(URI address) {
    String to = "";
    Optional<Long> id = Optional.empty();
    String query = address.getRawQuery();
    for (String pair : (query == null ? "" : query).split("&", -1)) {
      if (pair.startsWith("to=")) {
        to = decode(pair.substring("to=".length()));
      } else if (pair.matches("id=[0-9]{1,18}")) {
        id = Optional.of(Long.valueOf(pair.substring("id=".length())));
      }
    }
    return new MailQuery(to, id);
  }

  /** The address of the page with this mail open. */
  String open(Mail mail) {
    return "/?id=" + mail.id() + (to.isBlank() ? "" : "&to=" + encodedTo());
  }

  /** The address of the page with no mail open. */
  String list() {
    return to.isBlank() ? "/" : "/?to=" + encodedTo();
  }

  private String encodedTo() {
    return URLEncoder.encode(to, StandardCharsets.UTF_8);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text; // a stray % sign is searched for as it stands
    }
  }
}
