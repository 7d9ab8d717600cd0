package io.hoster.lab.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Answers the mails as JSON and as pages; every page is read-only. */
final class MailHandler implements HttpHandler {

  private static final JsonMapper json = JsonMapper.builder().build();

  private final Mailbox mailbox;
  private final InboxPage page;

  MailHandler(Mailbox mailbox, InboxPage page) {
    this.mailbox = mailbox;
    this.page = page;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      MailQuery query = MailQuery.of(exchange.getRequestURI());
      switch (exchange.getRequestURI().getPath()) {
        case "/mails" ->
            answer(
                exchange, 200, "application/json", json.writeValueAsBytes(mailbox.to(query.to())));
        case "/" -> answerPage(exchange, query);
        case "/inbox.css" -> answer(exchange, 200, "text/css; charset=utf-8", page.style());
        default ->
            answer(exchange, 404, "text/plain; charset=utf-8", bytes("There is no such page.\n"));
      }
    }
  }

  private void answerPage(HttpExchange exchange, MailQuery query) throws IOException {
    String html = page.render(mailbox.to(query.to()), query, query.id().flatMap(mailbox::find));
    exchange
        .getResponseHeaders()
        .set(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    answer(exchange, 200, "text/html; charset=utf-8", bytes(html));
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
