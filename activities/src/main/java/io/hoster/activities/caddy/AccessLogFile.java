package io.hoster.activities.caddy;

import io.hoster.store.metering.LogMark;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of an access log, open. It is known by its first line, which holds a time in
 * microseconds and a client's port: a name moves on when the log is rolled, and the file system
 * gives numbers of deleted files out again.
 */
final class AccessLogFile implements AutoCloseable {

  private static final int HEAD = 64 * 1024;
  private static final Pattern TIME = Pattern.compile("\"ts\":([0-9]+(?:\\.[0-9]+)?)");

  private final FileChannel channel;
  private final String id;
  private final Instant begun;

  private AccessLogFile(FileChannel channel, String id, Instant begun) {
    this.channel = channel;
    this.id = id;
    this.begun = begun;
  }

  /**
   * Lines that were read.
   *
   * @param end where the next ones begin
   */
  record Batch(List<AccessLine> lines, long end) {}

  /** Empty while it has no first line. */
  static Optional<AccessLogFile> open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      byte[] head = read(channel, 0, HEAD);
      int end = indexOfLineEnd(head, 0);
      Matcher time = TIME.matcher(new String(head, StandardCharsets.ISO_8859_1));
      if ((end >= 0 || head.length == HEAD) && time.find()) {
        byte[] line = end < 0 ? head : Arrays.copyOf(head, end);
        Instant begun = AccessLine.instant(Double.parseDouble(time.group(1)));
        return Optional.of(new AccessLogFile(channel, hash(line), begun));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  Instant begun() {
    return begun;
  }

  boolean is(LogMark mark) {
    return id.equals(mark.file());
  }

  LogMark mark(long position) {
    return new LogMark(id, begun, position);
  }

  /** Where {@code mark} stands; a file that was cut since has nothing before its end to count. */
  long position(LogMark mark) throws IOException {
    return is(mark) ? Math.min(mark.position(), channel.size()) : 0;
  }

  /**
   * Reads whole lines from {@code position}, at most {@code most} bytes of them. A longer line is
   * passed over.
   *
   * @param isWritten its last line may still grow
   */
  Batch read(long position, int most, boolean isWritten) throws IOException {
    byte[] bytes = read(channel, position, most);
    boolean mayGrow = isWritten && bytes.length < most;
    List<AccessLine> lines = new ArrayList<>();
    int from = 0;
    for (int end = indexOfLineEnd(bytes, 0); end >= 0; end = indexOfLineEnd(bytes, from)) {
      AccessLine.parse(bytes, from, end - from).ifPresent(lines::add);
      from = end + 1;
    }
    boolean isPart = bytes.length == most && from > 0;
    if (from < bytes.length && !mayGrow && !isPart) {
      AccessLine.parse(bytes, from, bytes.length - from).ifPresent(lines::add);
      from = bytes.length;
    }
    return new Batch(lines, position + from);
  }

  private static byte[] read(FileChannel channel, long position, int most) throws IOException {
    long left = Math.clamp(channel.size() - position, 0, most);
    ByteBuffer buffer = ByteBuffer.allocate((int) left);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        return Arrays.copyOf(buffer.array(), buffer.position()); // cut while it was read
      }
    }
    return buffer.array();
  }

  private static int indexOfLineEnd(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static String hash(byte[] line) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
