package io.hoster.ui.journey;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What one client says to PostgreSQL, message by message: which statements its transaction was made
 * of, and when it asks for the commit
 * (https://www.postgresql.org/docs/18/protocol-message-formats.html, read on 2026-12-01).
 */
final class Statements {

  private static final int LENGTH = 4;

  private final DataInputStream client;
  private final Map<String, String> prepared = new HashMap<>();
  private final StringBuilder transaction = new StringBuilder();
  private boolean begun;

  Statements(DataInputStream client) {
    this.client = client;
  }

  /**
   * A message.
   *
   * @param bytes as they are to be passed on
   * @param committed the statements of the transaction that this message ends; empty: it ends none
   */
  record Message(byte[] bytes, String committed) {}

  /** The next one; throws when there is no other. */
  Message next() throws IOException {
    if (!begun) {
      return greeting();
    }
    byte type = client.readByte();
    byte[] body = new byte[client.readInt() - LENGTH];
    client.readFully(body);
    byte[] bytes = new byte[1 + LENGTH + body.length];
    bytes[0] = type;
    length(bytes, 1, LENGTH + body.length);
    System.arraycopy(body, 0, bytes, 1 + LENGTH, body.length);
    return new Message(bytes, committed(type, body));
  }

  /** Before it says who it is a client asks whether it may encrypt; these have no type. */
  private Message greeting() throws IOException {
    byte[] body = new byte[client.readInt() - LENGTH];
    client.readFully(body);
    begun = body[0] == 0 && body[1] == 3; // the protocol's version, and no request by number
    byte[] bytes = new byte[LENGTH + body.length];
    length(bytes, 0, bytes.length);
    System.arraycopy(body, 0, bytes, LENGTH, body.length);
    return new Message(bytes, "");
  }

  private static void length(byte[] bytes, int at, int length) {
    for (int i = 0; i < LENGTH; i++) {
      bytes[at + i] = (byte) (length >>> (8 * (LENGTH - 1 - i)));
    }
  }

  private String committed(byte type, byte[] body) {
    return switch (type) {
      case 'P' -> {
        String name = text(body, 0);
        prepared.put(name, text(body, name.length() + 1));
        yield "";
      }
      case 'B' -> run(prepared.getOrDefault(text(body, text(body, 0).length() + 1), ""));
      case 'Q' -> run(text(body, 0));
      default -> "";
    };
  }

  private String run(String sql) {
    String all = transaction.append(sql).append('\n').toString();
    boolean ends = sql.equalsIgnoreCase("commit");
    if (ends || sql.equalsIgnoreCase("begin") || sql.equalsIgnoreCase("rollback")) {
      transaction.setLength(0);
    }
    return ends ? all : "";
  }

  /** Names and statements are ASCII enough: as many characters as bytes. */
  private static String text(byte[] body, int from) {
    int end = from;
    while (body[end] != 0) {
      end++;
    }
    return new String(body, from, end - from, StandardCharsets.ISO_8859_1);
  }
}
