package io.hoster.activities.caddy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Answers on a unix socket, as a tunnel to a remote node does. */
final class UnixApp implements AutoCloseable {

  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 16\r\nConnection: close\r\n\r\nanswer over unix";

  private final ServerSocketChannel server;

  UnixApp(Path socket) throws IOException {
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread.ofVirtual().start(this::answer);
  }

  boolean isOpen() {
    return server.isOpen();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void answer() {
    while (server.isOpen()) {
      try (var channel = server.accept()) {
        channel.read(ByteBuffer.allocate(64 * 1024));
        channel.write(ByteBuffer.wrap(ANSWER.getBytes(StandardCharsets.US_ASCII)));
      } catch (IOException e) {
        return;
      }
    }
  }
}
