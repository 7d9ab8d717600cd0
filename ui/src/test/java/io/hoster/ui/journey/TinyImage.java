package io.hoster.ui.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * An image of one layer, as a registry keeps it (image manifest version 2, schema 2): a web server
 * that needs nothing else, its page, and random bytes, so that no engine has the layer already.
 *
 * @param digest of the manifest
 * @param blobs configuration and layer, by digest
 */
record TinyImage(byte[] manifest, String digest, Map<String, byte[]> blobs) {

  static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

  private static final int RANDOM_BYTES = 2_000_000;
  private static final int EXECUTABLE = 0100755;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** {@code busybox} is a program that is linked statically. */
  static TinyImage with(byte[] busybox) {
    byte[] tar = tar(busybox);
    byte[] layer = zipped(tar);
    byte[] configuration =
        """
        {"architecture": "%s", "os": "linux",
         "config": {"Cmd": ["/bin/busybox", "httpd", "-f", "-p", "80", "-h", "/www"]},
         "rootfs": {"type": "layers", "diff_ids": ["%s"]}}
        """
            .formatted(architecture(), digest(tar))
            .getBytes(UTF_8);
    byte[] manifest =
        """
        {"schemaVersion": 2, "mediaType": "%s",
         "config": {"mediaType": "application/vnd.docker.container.image.v1+json", "size": %d, "digest": "%s"},
         "layers": [{"mediaType": "application/vnd.docker.image.rootfs.diff.tar.gzip", "size": %d, "digest": "%s"}]}
        """
            .formatted(
                MANIFEST, configuration.length, digest(configuration), layer.length, digest(layer))
            .getBytes(UTF_8);
    return new TinyImage(
        manifest,
        digest(manifest),
        Map.of(digest(configuration), configuration, digest(layer), layer));
  }

  private static String architecture() {
    return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
  }

  private static byte[] tar(byte[] busybox) {
    byte[] random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      put(tar, "bin/busybox", busybox);
      put(tar, "www/index.html", "<h1>Pulled</h1>\n".getBytes(UTF_8));
      put(tar, "www/random", random);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    entry.setMode(EXECUTABLE);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private static byte[] zipped(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String digest(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
