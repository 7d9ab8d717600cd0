package io.hoster.ui.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A registry on this machine that does what real ones do on bad days. It speaks as much of the
 * registry's HTTP API (version 2) as an engine asks for in a pull; without TLS, which an engine
 * puts up with at a loopback address.
 */
final class Registry implements AutoCloseable {

  /** How it answers. */
  enum Mood {
    WELL,
    /** It stops in the middle of a layer and keeps the connection open. */
    HANGS,
    /** 429, with the time after which to ask again. */
    TOO_MANY_REQUESTS,
    /** 503 to everything. */
    UNAVAILABLE
  }

  private static final String NAME = "tiny";
  private static final Pattern OBJECT =
      Pattern.compile("^/v2/" + NAME + "/(manifests|blobs)/([^/?]+)$");
  private static final int TLS_HANDSHAKE = 0x16;
  private static final int LARGE = 100_000;

  private final World world;
  private final byte[] busybox;
  private final ServerSocket server;
  private final Map<String, TinyImage> images = new ConcurrentHashMap<>();
  private final Set<Socket> hanging = ConcurrentHashMap.newKeySet();
  private volatile Mood mood = Mood.WELL;

  private Registry(World world, byte[] busybox, ServerSocket server) {
    this.world = world;
    this.busybox = busybox;
    this.server = server;
  }

  /** Starts one for the engine of {@code world}; it has no image yet. */
  static Registry start(World world) {
    try {
      byte[] busybox = world.file("busybox:1.35.0", "/bin/busybox");
      ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Registry registry = new Registry(world, busybox, server);
      Thread.ofVirtual().name("registry").start(registry::accept);
      return registry;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an image with this tag is called, whether there is one or not. */
  String name(String tag) {
    return "127.0.0.1:" + server.getLocalPort() + "/" + NAME + ":" + tag;
  }

  /** Has an image with this tag from now on; returns its name. */
  String supply(String tag) {
    images.put(tag, TinyImage.with(busybox));
    return name(tag);
  }

  /** Answers so from now on. */
  void is(Mood mood) {
    this.mood = mood;
  }

  /** Returns when an engine waits for the rest of a layer. */
  void awaitHanging() {
    await("somebody waits in the middle of a layer")
        .atMost(Customer.PATIENCE)
        .until(() -> !hanging.isEmpty());
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket asker = server.accept();
        Thread.ofVirtual().start(() -> serve(asker));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket asker) {
    try (asker) {
      InputStream in = new BufferedInputStream(asker.getInputStream());
      in.mark(1);
      boolean isTls = in.read() == TLS_HANDSHAKE;
      in.reset();
      if (isTls) {
        write(asker, "400 Bad Request", "text/plain", "No TLS here.".getBytes(UTF_8), true);
      } else {
        answer(asker, in);
      }
    } catch (IOException e) {
      // the engine hung up
    } finally {
      hanging.remove(asker);
    }
  }

  private void answer(Socket asker, InputStream in) throws IOException {
    String[] request = line(in).split(" ", -1);
    while (!line(in).isEmpty()) {
      // what else the engine says makes no difference
    }
    boolean withBody = request[0].equals("GET");
    Matcher object = OBJECT.matcher(request[1]);
    switch (mood) {
      case UNAVAILABLE ->
          write(asker, "503 Service Unavailable", error("UNAVAILABLE", "Come back later."));
      case TOO_MANY_REQUESTS, WELL, HANGS -> {
        if (!object.matches()) {
          write(asker, "200 OK", "application/json", "{}".getBytes(UTF_8), withBody);
        } else if (mood == Mood.TOO_MANY_REQUESTS) {
          write(
              asker,
              "429 Too Many Requests\r\nRetry-After: 1",
              error("TOOMANYREQUESTS", "You have pulled too much."));
        } else {
          give(asker, in, object.group(1), object.group(2), withBody);
        }
      }
    }
  }

  private void give(Socket asker, InputStream in, String kind, String reference, boolean withBody)
      throws IOException {
    if (kind.equals("manifests")) {
      TinyImage image =
          images.values().stream()
              .filter(one -> one.digest().equals(reference))
              .findFirst()
              .orElse(images.get(reference));
      if (image == null) {
        write(asker, "404 Not Found", error("MANIFEST_UNKNOWN", "manifest unknown"));
      } else {
        String status = "200 OK\r\nDocker-Content-Digest: " + image.digest();
        write(asker, status, TinyImage.MANIFEST, image.manifest(), withBody);
      }
      return;
    }
    byte[] blob =
        images.values().stream()
            .map(image -> image.blobs().get(reference))
            .filter(bytes -> bytes != null)
            .findFirst()
            .orElse(null);
    if (blob == null) {
      write(asker, "404 Not Found", error("BLOB_UNKNOWN", "blob unknown"));
    } else if (mood == Mood.HANGS && withBody && blob.length > LARGE) {
      hang(asker, in, blob);
    } else {
      write(asker, "200 OK", "application/octet-stream", blob, withBody);
    }
  }

  /** Half of it; the rest never comes. */
  private void hang(Socket asker, InputStream in, byte[] blob) throws IOException {
    OutputStream out = asker.getOutputStream();
    out.write(head("200 OK", "application/octet-stream", blob.length));
    out.write(Arrays.copyOf(blob, blob.length / 2));
    out.flush();
    hanging.add(asker);
    while (in.read() >= 0) {
      // until the engine hangs up
    }
  }

  private static byte[] error(String code, String message) {
    return "{\"errors\": [{\"code\": \"%s\", \"message\": \"%s\"}]}"
        .formatted(code, message)
        .getBytes(UTF_8);
  }

  private static void write(Socket asker, String status, byte[] error) throws IOException {
    write(asker, status, "application/json", error, true);
  }

  private static void write(Socket asker, String status, String type, byte[] body, boolean withBody)
      throws IOException {
    OutputStream out = asker.getOutputStream();
    out.write(head(status, type, body.length));
    if (withBody) {
      out.write(body);
    }
    out.flush();
  }

  private static byte[] head(String status, String type, int length) {
    return """
    HTTP/1.1 %s\r
    Docker-Distribution-Api-Version: registry/2.0\r
    Content-Type: %s\r
    Content-Length: %d\r
    Connection: close\r
    \r
    """
        .formatted(status, type, length)
        .getBytes(ISO_8859_1);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** Ends it, and takes its images from the engine. */
  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : hanging) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    images.keySet().forEach(tag -> world.removeImage(name(tag)));
  }
}
