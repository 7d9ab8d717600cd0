package io.hoster.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class PublishedPortTest {

  private static ServerSocket server() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static InetSocketAddress address(ServerSocket server) {
    return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
  }

  @Test
  void isHeldByAServerThatWaitsForARequest() throws Exception {
    try (ServerSocket server = server()) {
      assertThat(PublishedPort.isHeld(address(server))).isTrue();
    }
  }

  @Test
  void isHeldByAServerThatSpeaksFirst() throws Exception {
    try (ServerSocket server = server()) {
      Thread.ofVirtual().start(() -> meet(server, "hello"));

      assertThat(PublishedPort.isHeld(address(server))).isTrue();
    }
  }

  @Test
  void isNotHeldWhenNobodyListens() throws Exception {
    InetSocketAddress address;
    try (ServerSocket server = server()) {
      address = address(server);
    }

    assertThat(PublishedPort.isHeld(address)).isFalse();
  }

  private static void meet(ServerSocket server, String words) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write(words.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
