package io.hoster.lab.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MailContentTest {

  @Test
  void readsTheWordsOfHtmlWhereThereIsNoPlainText() {
    MailContent content = read("Subject: Hi\nContent-Type: text/html\n\n<p>Hello <b>Ada</b></p>");

    assertThat(content.text()).isEqualTo("Hello Ada");
  }

  @Test
  void decodesSubjectAndText() {
    MailContent content =
        read(
            "Subject: =?UTF-8?B?R3LDvMOfZQ==?=\nContent-Type: text/plain; charset=UTF-8\n"
                + "Content-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=C3=9Fe");

    assertThat(content.subject()).isEqualTo("Grüße");
    assertThat(content.text()).isEqualTo("Grüße");
  }

  @Test
  void leavesThePunctuationOfTheSentenceOutOfALink() {
    MailContent content =
        read(
            "Subject: x\n\nSee (https://a.example/x), <https://b.example/y> or \"https://c.example/z\"!");

    assertThat(content.links())
        .containsExactly("https://a.example/x", "https://b.example/y", "https://c.example/z");
  }

  @Test
  void showsAMessageThatNobodyCanRead() {
    MailContent content =
        read("Subject: x\nContent-Type: text/plain; charset=no-such-charset\n\nwords");

    assertThat(content.text()).contains("words");
  }

  @Test
  void hasNoSubjectWhereNoneWasGiven() {
    assertThat(read("To: a@x.example\n\nwords").subject()).isEmpty();
  }

  private static MailContent read(String message) {
    return MailContent.of(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }
}
