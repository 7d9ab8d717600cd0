package io.hoster.lab.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * One HTTP/1.1 connection of one thread, kept open. Does less than an HTTP client, so that what is
 * measured is the server; and both servers of a comparison are asked by the same code.
 */
final class Wire implements Closeable {

  private static final int SILENCE_MILLIS = 20_000;
  private static final int BUFFER = 16_384;
  private static final Set<Integer> WITHOUT_BODY = Set.of(101, 204, 304);

  private final Closeable socket;
  private final InputStream in;
  private final OutputStream out;

  private Wire(Closeable socket, InputStream in, OutputStream out) {
    this.socket = socket;
    this.in = new BufferedInputStream(in, BUFFER);
    this.out = out;
  }

  /** To a port of this machine. */
  static Wire to(int port) throws IOException {
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(SILENCE_MILLIS);
    socket.connect(
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port),
        SILENCE_MILLIS);
    return new Wire(socket, socket.getInputStream(), socket.getOutputStream());
  }

  /** To a unix socket, which knows no time-outs. */
  static Wire to(Path path) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(path));
    return new Wire(channel, Channels.newInputStream(channel), Channels.newOutputStream(channel));
  }

  /** A request as bytes; {@code headers} are whole lines, each with its line end. */
  static byte[] request(String method, String target, String host, String headers, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String length =
        content.length == 0 && method.equals("GET")
            ? ""
            : "Content-Length: " + content.length + "\r\n";
    String head =
        method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + length + "\r\n";
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[start.length + content.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(content, 0, whole, start.length, content.length);
    return whole;
  }

  static byte[] get(String target, String host) {
    return request("GET", target, host, "", "");
  }

  /** Sends, and reads the whole answer. */
  Answer exchange(byte[] request) throws IOException {
    send(request);
    return receive();
  }

  void send(byte[] request) throws IOException {
    out.write(request);
    out.flush();
  }

  Answer receive() throws IOException {
    String status = line();
    if (!status.startsWith("HTTP/1.")) {
      throw new IOException("no answer but: " + status);
    }
    int code = Integer.parseInt(status.substring(9, 12));
    long length = -1;
    boolean chunked = false;
    boolean closes = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String name = header.substring(0, Math.max(0, header.indexOf(':'))).toLowerCase(Locale.ROOT);
      String value = header.substring(name.length() + 1).strip();
      switch (name) {
        case "content-length" -> length = Long.parseLong(value);
        case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
        case "connection" -> closes = value.equalsIgnoreCase("close");
        default -> {}
      }
    }
    if (WITHOUT_BODY.contains(code)) {
      return new Answer(code, new byte[0], closes);
    }
    if (chunked) {
      return new Answer(code, chunks(), closes);
    }
    return length < 0
        ? new Answer(code, in.readAllBytes(), true)
        : new Answer(code, exactly((int) length), closes);
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      all.write(exactly(size));
      line();
    }
    line();
    return all.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
  }

  byte[] exactly(int size) throws IOException {
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException("the answer ended early");
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder text = new StringBuilder(64);
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new EOFException("the connection ended");
      }
      if (read != '\r') {
        text.append((char) read);
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
