package io.hoster.lab.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a person would read in a message: subject, words and links. */
record MailContent(String subject, String text, List<String> links) {

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']+");
  private static final Pattern SENTENCE_END = Pattern.compile("[.,;:!?)\\]}]+$");

  /** Reads an RFC 5322 message; one that cannot be read as such is shown as it came. */
  static MailContent of(byte[] message) {
    try {
      MimeMessage mime = new MimeMessage(null, new ByteArrayInputStream(message));
      StringBuilder plain = new StringBuilder();
      StringBuilder html = new StringBuilder();
      collect(mime, plain, html);
      return of(
          Objects.requireNonNullElse(mime.getSubject(), ""), plain.toString(), html.toString());
    } catch (MessagingException | IOException unreadable) {
      return of(
          "(unreadable: " + unreadable.getMessage() + ")",
          new String(message, StandardCharsets.UTF_8),
          "");
    }
  }

  private static MailContent of(String subject, String plain, String html) {
    Document page = Jsoup.parse(html);
    SequencedSet<String> links = new LinkedHashSet<>();
    addAddresses(plain, links);
    for (Element anchor : page.select("a[href]")) {
      addAddresses(anchor.attr("href"), links);
    }
    String text = plain.isBlank() ? page.wholeText() : plain;
    return new MailContent(subject, text.strip().replace("\r\n", "\n"), List.copyOf(links));
  }

  private static void collect(Part part, StringBuilder plain, StringBuilder html)
      throws MessagingException, IOException {
    Object content = part.getContent();
    if (content instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        collect(inner, plain, html);
      }
    } else if (content instanceof String text && !Part.ATTACHMENT.equals(part.getDisposition())) {
      (part.isMimeType("text/html") ? html : plain).append(text);
    }
  }

  private static void addAddresses(String text, SequencedSet<String> links) {
    Matcher found = ADDRESS.matcher(text);
    while (found.find()) {
      links.add(SENTENCE_END.matcher(found.group()).replaceFirst(""));
    }
  }
}
