package io.hoster.lab.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** As much of RFC 6455 as short text frames need. */
final class WebSocketFrames {

  private static final int TEXT = 0x81;
  private static final int LONGEST = 125;
  private static final int MASKED = 0x80;
  private static final int LENGTH = 0x7f;

  private WebSocketFrames() {}

  /** The server's answer to a handshake with {@code key}. */
  static byte[] accepted(String key) {
    return ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + accept(key)
            + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String accept(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1")
              .digest(
                  (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                      .getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }

  /** A client's frame; its mask of zeros leaves the text as it is. */
  static byte[] masked(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    byte[] frame = new byte[6 + payload.length];
    frame[0] = (byte) TEXT;
    frame[1] = (byte) (MASKED | payload.length);
    System.arraycopy(payload, 0, frame, 6, payload.length);
    return frame;
  }

  /** What a server sends back for {@link #masked}. */
  static byte[] unmasked(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    byte[] frame = new byte[2 + payload.length];
    frame[0] = (byte) TEXT;
    frame[1] = (byte) payload.length;
    System.arraycopy(payload, 0, frame, 2, payload.length);
    return frame;
  }

  /** Sends every frame back until the client ends. */
  static void echo(InputStream in, OutputStream out) throws IOException {
    while (true) {
      byte[] head = in.readNBytes(6);
      if (head.length < 6) {
        return;
      }
      int length = head[1] & LENGTH;
      if (length > LONGEST) {
        throw new IOException("a longer frame than this server knows");
      }
      byte[] frame = new byte[2 + length];
      frame[0] = head[0];
      frame[1] = (byte) length;
      byte[] payload = in.readNBytes(length);
      if (payload.length < length) {
        throw new EOFException("the frame ended early");
      }
      for (int i = 0; i < length; i++) {
        frame[2 + i] = (byte) (payload[i] ^ head[2 + i % 4]);
      }
      out.write(frame);
    }
  }
}
