package io.hoster.lab.bench;

import io.hoster.lab.LabFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** WebSockets through the edge that are asked again and again whether they still carry. */
final class OpenSockets implements AutoCloseable {

  private static final String HANDSHAKE =
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
          + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
  private static final String PING = "are you there";

  private final List<Wire> open = new ArrayList<>();
  private int dropped;

  static OpenSockets through(int port, String host, int count) {
    OpenSockets sockets = new OpenSockets();
    try {
      for (int i = 0; i < count; i++) {
        Wire wire = Wire.to(port);
        sockets.open.add(wire);
        int status = wire.exchange(Wire.request("GET", "/", host, HANDSHAKE, "")).status();
        if (status != 101) {
          throw new LabFailure("A WebSocket of " + host + " was answered " + status + ".");
        }
      }
      return sockets;
    } catch (IOException broken) {
      sockets.close();
      throw new LabFailure("A WebSocket of " + host + " could not be opened.", broken);
    }
  }

  /** Sends a frame on each and expects it back; one that does not carry is gone for good. */
  void ask() {
    for (Wire wire : List.copyOf(open)) {
      if (!carries(wire)) {
        open.remove(wire);
        dropped++;
      }
    }
  }

  private static boolean carries(Wire wire) {
    byte[] expected = WebSocketFrames.unmasked(PING);
    try {
      wire.send(WebSocketFrames.masked(PING));
      return Arrays.equals(wire.exactly(expected.length), expected);
    } catch (IOException _) {
      return false;
    }
  }

  int dropped() {
    return dropped;
  }

  @Override
  public void close() {
    for (Wire wire : open) {
      try {
        wire.close();
      } catch (IOException broken) {
        throw new LabFailure("A WebSocket does not close.", broken);
      }
    }
    open.clear();
  }
}
