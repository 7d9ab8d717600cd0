package io.hoster.ui.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AccountMailsTest {

  private static final String LINK = "https://hoster.example/page?token=abc";

  @Test
  void mailsReadAsAgreed() throws IOException {
    String all =
        show(AccountMails.verify("Ada", "ada@acme.example", LINK))
            + show(AccountMails.reset("Ada", LINK))
            + show(AccountMails.passwordChanged("Ada", LINK))
            + show(AccountMails.invitation("Ada", "Acme", LINK));
    try (InputStream golden =
        AccountMailsTest.class.getResourceAsStream("/golden/account-mails.txt")) {
      assertThat(all).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static String show(AccountMails.Text text) {
    return "Subject: " + text.subject() + "\n\n" + text.body() + "----\n";
  }
}
