package io.hoster.ui.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * Stands before the Docker engine's socket and loses answers: the engine has done the work, and the
 * asker never hears of it.
 */
final class CutSocket implements AutoCloseable {

  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private final Path path;
  private final Path engine;
  private final ServerSocketChannel server;
  private final AtomicReference<Pattern> losing = new AtomicReference<>(NOTHING);
  private final AtomicInteger lost = new AtomicInteger();

  private CutSocket(Path path, Path engine, ServerSocketChannel server) {
    this.path = path;
    this.engine = engine;
    this.server = server;
  }

  /** At {@code path}, before the engine at the unix socket {@code engine}. */
  static CutSocket before(Path engine, Path path) {
    try {
      Files.deleteIfExists(path);
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(path));
      CutSocket socket = new CutSocket(path, engine, server);
      Thread.ofVirtual().name("cut-socket").start(socket::accept);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return "unix://" + path;
  }

  /** Loses the answer to the next request whose first line matches, once. */
  void loseNext(String requestLine) {
    lost.set(0);
    losing.set(Pattern.compile(requestLine));
  }

  /** How many answers were lost since. */
  int lost() {
    return lost.get();
  }

  private void accept() {
    try {
      while (server.isOpen()) {
        SocketChannel asker = server.accept();
        Thread.ofVirtual().start(() -> serve(asker));
      }
    } catch (IOException e) {
      // closed: the test is over
    }
  }

  private void serve(SocketChannel asker) {
    try (asker;
        SocketChannel docker = SocketChannel.open(UnixDomainSocketAddress.of(engine))) {
      AtomicReference<Boolean> loses = new AtomicReference<>(false);
      Thread answers = Thread.ofVirtual().start(() -> answer(docker, asker, loses));
      ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
      while (asker.read(bytes) >= 0) {
        bytes.flip();
        Pattern wanted = losing.get();
        String head = StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
        String line = head.lines().findFirst().orElse("");
        if (wanted.matcher(line).find() && losing.compareAndSet(wanted, NOTHING)) {
          loses.set(true);
        }
        while (bytes.hasRemaining()) {
          docker.write(bytes);
        }
        bytes.clear();
      }
      docker.shutdownOutput();
      answers.join();
    } catch (IOException e) {
      // one of both hung up, so does the other
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(SocketChannel docker, SocketChannel asker, AtomicReference<Boolean> loses) {
    ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
    try {
      while (docker.read(bytes) >= 0) {
        bytes.flip();
        if (loses.get()) {
          lost.incrementAndGet();
          break;
        }
        while (bytes.hasRemaining()) {
          asker.write(bytes);
        }
        bytes.clear();
      }
      asker.close();
    } catch (IOException e) {
      // the asker went away
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
