package io.hoster.activities.caddy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaddyClientTest {

  @Test
  void givesUpOnACaddyThatDoesNotAnswer(@TempDir Path folder) throws IOException {
    Path socket = folder.resolve("s");
    try (var silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      silent.bind(UnixDomainSocketAddress.of(socket));
      assertThatThrownBy(() -> new CaddyClient(socket, Duration.ofMillis(50)).config())
          .isInstanceOf(CaddyAwayException.class)
          .hasMessageContaining("start it again");
    }
  }

  @Test
  void saysThatThereIsNoCaddy(@TempDir Path folder) {
    var client = new CaddyClient(folder.resolve("none"), Duration.ofSeconds(1));
    assertThatThrownBy(client::config).isInstanceOf(CaddyAwayException.class);
  }

  @Test
  void refusesAnAnswerThatWasCutOff() {
    assertThatThrownBy(() -> parse("HTTP/1.0 200 OK\r\nContent-Length: 10\r\n\r\nhalf"))
        .hasMessageContaining("middle");
    assertThatThrownBy(() -> parse("HTTP/1.0 200 OK\r\nCont")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> parse("")).isInstanceOf(IOException.class);
  }

  @Test
  void readsAnAnswer() throws IOException {
    assertThat(parse("HTTP/1.0 400 Bad Request\r\ncontent-length: 6\r\nA: b\r\n\r\ngrün\n"))
        .isEqualTo(new HttpAnswer(400, "grün\n"));
  }

  private static HttpAnswer parse(String text) throws IOException {
    return HttpAnswer.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
