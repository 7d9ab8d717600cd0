package io.hoster.lab.mail;

import java.time.Instant;
import java.util.List;

/**
 * One caught mail for one recipient, as {@code GET /mails} answers it.
 *
 * @param to the address of the envelope, not of the header
 * @param text the plain text, or the words of the HTML where there is no plain text
 * @param links every http and https address in it, in order, each once
 */
record Mail(
    long id, String from, String to, String subject, String text, List<String> links, Instant at) {

  Mail {
    links = List.copyOf(links);
  }
}
