package io.hoster.lab.serve;

import com.sun.net.httpserver.HttpExchange;
import io.hoster.lab.LabSettings;
import io.hoster.lab.mail.MailTrap;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/** Everything that {@code serve} runs, and the file that tells where. */
public final class StandIns implements AutoCloseable {

  private final MailTrap mail;
  private final HttpFront http;
  private final LabFile file;
  private final Addresses addresses;

  private StandIns(MailTrap mail, HttpFront http, LabFile file) {
    this.mail = mail;
    this.http = http;
    this.file = file;
    this.addresses =
        new Addresses(http.url(), "smtp://127.0.0.1:" + mail.smtpPort(), http.url() + "/control");
  }

  /**
   * Answers, and has told so in {@code run/lab.json}, once this returns.
   *
   * @throws io.hoster.lab.LabFailure when a port is taken or the file cannot be written
   */
  public static StandIns start(LabSettings settings) {
    HttpFront http = HttpFront.bind(settings.httpPort());
    MailTrap mail = MailTrap.start(settings.smtpPort());
    StandIns standIns = new StandIns(mail, http, new LabFile(settings.home()));
    http.serve("/", mail.http());
    http.serve("/control", standIns::answerAddresses);
    http.open();
    standIns.file.write(standIns.addresses);
    return standIns;
  }

  public Addresses addresses() {
    return addresses;
  }

  @Override
  public void close() {
    file.delete(addresses);
    mail.close();
    http.close();
  }

  private void answerAddresses(HttpExchange exchange) throws IOException {
    byte[] body = JsonMapper.shared().writeValueAsBytes(addresses);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
