package io.hoster.activities.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.hoster.store.notice.AlertStore.Alert;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertWebhookTest {

  private static final Alert ALERT =
      new Alert(
          "alr_1", "drift_asks", "dri_1", null, "Drift", "It is there.", "/staff/drift", true);

  private final AtomicReference<String> body = new AtomicReference<>("");
  private final AtomicInteger status = new AtomicInteger(204);
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          body.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private void send() throws IOException, InterruptedException {
    new AlertWebhook(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook"))
        .send(ALERT, URI.create("https://console.test/staff/drift"));
  }

  @Test
  void saysWhatBeganOrIsOver() throws Exception {
    send();
    assertThat(body.get())
        .contains(
            "\"state\":\"closed\"",
            "\"kind\":\"drift_asks\"",
            "\"page\":\"https://console.test/staff/drift\"");
  }

  @Test
  void anythingButASuccessIsTriedAgain() {
    for (int refused : new int[] {302, 404, 500}) {
      status.set(refused);
      assertThatThrownBy(this::send)
          .isInstanceOf(IOException.class)
          .hasMessageContaining(Integer.toString(refused));
    }
  }
}
