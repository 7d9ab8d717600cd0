package io.hoster.lab.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.hoster.lab.LabFailure;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract that the product and its journeys rely on: mail in by SMTP, mail out by HTTP. */
class MailTrapTest {

  private MailTrap trap;
  private HttpServer http;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void start() throws Exception {
    trap = MailTrap.start(0);
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/", trap.http());
    http.start();
  }

  @AfterEach
  void stop() {
    http.stop(0);
    trap.close();
    client.close();
  }

  @Test
  void givesBackWhatWasSent() throws Exception {
    Instant before = Instant.now().minusMillis(1);
    send(
        "Confirm your address",
        "Open http://localhost:8080/verify?token=a&b=1.\nThank you.",
        "",
        "ada@x.example");

    JsonNode mail = mails("").get(0);

    assertThat(mail.get("to").asString()).isEqualTo("ada@x.example");
    assertThat(mail.get("from").asString()).isEqualTo("no-reply@hoster.example");
    assertThat(mail.get("subject").asString()).isEqualTo("Confirm your address");
    assertThat(mail.get("text").asString())
        .isEqualTo("Open http://localhost:8080/verify?token=a&b=1.\nThank you.");
    assertThat(links(mail)).containsExactly("http://localhost:8080/verify?token=a&b=1");
    assertThat(Instant.parse(mail.get("at").asString())).isBetween(before, Instant.now());
  }

  @Test
  void findsTheLinksOfTheHtmlPartToo() throws Exception {
    send(
        "Two parts",
        "Plain https://one.example/a",
        "<p>Rich <a href=\"https://one.example/a\">a</a> <a href='https://two.example/?x=1&amp;y=2'>b</a>"
            + "<a href='javascript:alert(1)'>c</a></p>",
        "ada@x.example");

    JsonNode mail = mails("").get(0);

    assertThat(mail.get("text").asString()).isEqualTo("Plain https://one.example/a");
    assertThat(links(mail))
        .containsExactly("https://one.example/a", "https://two.example/?x=1&y=2");
  }

  @Test
  void listsTheNewestFirst() throws Exception {
    send("First", "1", "", "ada@x.example");
    send("Second", "2", "", "ada@x.example");

    assertThat(mails("").findValuesAsString("subject")).containsExactly("Second", "First");
  }

  @Test
  void keepsOneMailForEachRecipientAndFindsThemWithoutCase() throws Exception {
    send("To both", "x", "", "ada@x.example", "bob@x.example");

    assertThat(mails("").findValuesAsString("to"))
        .containsExactlyInAnyOrder("ada@x.example", "bob@x.example");
    assertThat(mails("?to=BOB@x.example").findValuesAsString("to"))
        .containsExactly("bob@x.example");
    assertThat(mails("?to=nobody@x.example")).isEmpty();
  }

  @Test
  void findsAnAddressWithAPlusSign() throws Exception {
    send("Plus", "x", "", "ada+shop@x.example");

    assertThat(mails("?to=ada%2Bshop@x.example").findValuesAsString("subject"))
        .containsExactly("Plus");
  }

  @Test
  void keepsTheLastThousand() throws Exception {
    try (Transport transport = session().getTransport()) {
      transport.connect();
      for (int i = 0; i < 1_002; i++) {
        MimeMessage message = message("Mail " + i, "x", "", "ada@x.example");
        transport.sendMessage(message, message.getAllRecipients());
      }
    }

    List<String> subjects = mails("").findValuesAsString("subject");

    assertThat(subjects).hasSize(1_000).startsWith("Mail 1001").endsWith("Mail 2");
  }

  @Test
  void showsAMailWithoutLettingItBecomeMarkup() throws Exception {
    send(
        "<script>alert(1)</script>", "</div><img src=x onerror=alert(2)>", "", "\"<b>\"@x.example");

    HttpResponse<String> page =
        get("/?id=" + mails("").get(0).get("id").asLong() + "&to=%22%3E%3Cscript%3E");

    assertThat(page.body())
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("<b>")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
  }

  @Test
  void showsAPageWhileThereIsNoMail() throws Exception {
    HttpResponse<String> page = get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("No mail yet");
    assertThat(get("/inbox.css").statusCode()).isEqualTo(200);
    assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
  }

  @Test
  void saysWhichPortIsTaken() {
    assertThatThrownBy(() -> MailTrap.start(trap.smtpPort()))
        .isInstanceOf(LabFailure.class)
        .hasMessageContaining("127.0.0.1:" + trap.smtpPort());
  }

  private void send(String subject, String text, String html, String... recipients)
      throws MessagingException {
    Transport.send(message(subject, text, html, recipients));
  }

  private MimeMessage message(String subject, String text, String html, String... recipients)
      throws MessagingException {
    MimeMessage message = new MimeMessage(session());
    message.setFrom(new InternetAddress("no-reply@hoster.example"));
    for (String recipient : recipients) {
      message.addRecipient(RecipientType.TO, new InternetAddress(recipient, false));
    }
    message.setSubject(subject, "UTF-8");
    if (html.isEmpty()) {
      message.setText(text, "UTF-8");
    } else {
      MimeBodyPart plain = new MimeBodyPart();
      plain.setText(text, "UTF-8");
      MimeBodyPart rich = new MimeBodyPart();
      rich.setText(html, "UTF-8", "html");
      message.setContent(new MimeMultipart("alternative", plain, rich));
    }
    return message;
  }

  private Session session() {
    Properties settings = new Properties();
    settings.setProperty("mail.transport.protocol", "smtp");
    settings.setProperty("mail.smtp.host", "127.0.0.1");
    settings.setProperty("mail.smtp.port", String.valueOf(trap.smtpPort()));
    settings.setProperty("mail.smtp.localhost", "localhost");
    return Session.getInstance(settings);
  }

  private JsonNode mails(String query) throws Exception {
    HttpResponse<String> answer = get("/mails" + query);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    return JsonMapper.shared().readTree(answer.body());
  }

  private static List<String> links(JsonNode mail) {
    return mail.get("links").valueStream().map(JsonNode::asString).toList();
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + http.getAddress().getPort() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
