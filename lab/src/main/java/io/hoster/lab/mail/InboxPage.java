package io.hoster.lab.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The mails as a page for people. Text enters as text nodes and attributes only, so nothing in a
 * mail can become markup.
 */
final class InboxPage {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());

  private final String skeleton = new String(resource("inbox.html"), StandardCharsets.UTF_8);
  private final byte[] style = resource("inbox.css");

  byte[] style() {
    return style;
  }

  String render(List<Mail> mails, MailQuery query, Optional<Mail> open) {
    Document page = Jsoup.parse(skeleton);
    page.outputSettings().prettyPrint(false);
    part(page, "to").attr("value", query.to());
    part(page, "count").text(mails.size() == 1 ? "1 mail" : mails.size() + " mails");
    for (Mail mail : mails) {
      addRow(part(page, "mails"), mail, query, open);
    }
    if (!mails.isEmpty()) {
      part(page, "empty").remove();
    } else if (!query.to().isBlank()) {
      part(page, "empty").text("No mail to " + query.to() + ".");
    }
    open.ifPresentOrElse(mail -> show(page, mail, query), () -> part(page, "reading").remove());
    return page.outerHtml();
  }

  private static void addRow(Element list, Mail mail, MailQuery query, Optional<Mail> open) {
    Element row = list.appendElement("li").appendElement("a").attr("href", query.open(mail));
    if (open.filter(mail::equals).isPresent()) {
      row.attr("aria-current", "true");
    }
    row.appendElement("span").addClass("to").text(mail.to());
    addTime(row, mail.at());
    row.appendElement("span").addClass("subject").text(subject(mail));
  }

  private static void show(Document page, Mail mail, MailQuery query) {
    page.body().addClass("open");
    page.select("meta[http-equiv=refresh]").remove();
    part(page, "back").attr("href", query.list());
    part(page, "subject").text(subject(mail));
    part(page, "envelope").text("To " + mail.to() + " from " + mail.from() + ", ");
    addTime(part(page, "envelope"), mail.at());
    part(page, "text").text(mail.text());
    for (String link : mail.links()) {
      part(page, "links")
          .appendElement("li")
          .appendElement("a")
          .attr("href", link)
          .attr("target", "_blank")
          .attr("rel", "noopener noreferrer")
          .text(link);
    }
  }

  private static void addTime(Element parent, Instant at) {
    parent.appendElement("time").attr("datetime", at.toString()).text(CLOCK.format(at));
  }

  private static String subject(Mail mail) {
    return mail.subject().isBlank() ? "(no subject)" : mail.subject();
  }

  private static Element part(Document page, String id) {
    return Objects.requireNonNull(page.getElementById(id), id);
  }

  private static byte[] resource(String name) {
    try (InputStream in = InboxPage.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
