package io.hoster.ui.catalog;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A logo that somebody uploaded: painted anew as a small square, so that nothing of the file but
 * its colours is kept.
 */
record PngIcon(BufferedImage picture) {

  static final String PREFIX = "data:image/png;base64,";

  private static final int LONGEST = 256 * 1024;
  private static final int WIDEST = 1024;
  private static final int SIDE = 80;

  /**
   * The logo in a data address.
   *
   * @throws IllegalArgumentException with a sentence when it is none that can be used
   */
  static PngIcon read(String dataAddress) {
    String base64 = dataAddress.substring(PREFIX.length());
    if (base64.length() > LONGEST * 4 / 3) {
      throw new IllegalArgumentException("A logo has at most 256 KB.");
    }
    return read(bytes(base64));
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("This is no PNG image in Base64.", e);
    }
  }

  /** The logo in a file; throws as {@link #read(String)}. */
  static PngIcon read(byte[] file) {
    if (file.length > LONGEST) {
      throw new IllegalArgumentException("A logo has at most 256 KB.");
    }
    return new PngIcon(square(decoded(file)));
  }

  /** A broken file makes the reader throw all kinds of things. */
  private static BufferedImage decoded(byte[] file) {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      requireSmall(reader);
      return reader.read(0);
    } catch (TooLargeException e) {
      throw new IllegalArgumentException("A logo is at most 1024 pixels wide and high.", e);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("This is no PNG image.", e);
    } finally {
      reader.dispose();
    }
  }

  private static final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The size is read before the picture: a small file may unpack to a huge one. */
  private static void requireSmall(ImageReader reader) throws IOException {
    if (reader.getWidth(0) > WIDEST || reader.getHeight(0) > WIDEST) {
      throw new TooLargeException();
    }
  }

  private static BufferedImage square(BufferedImage image) {
    double scale = (double) SIDE / Math.max(image.getWidth(), image.getHeight());
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    BufferedImage square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = square.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, (SIDE - width) / 2, (SIDE - height) / 2, width, height, null);
    graphics.dispose();
    return square;
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("every Java writes PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The logo in the form that all logos are kept in; our own text around our own picture. */
  String svg() {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"><image width=\"%d\" height=\"%d\" href=\"%s%s\"/></svg>"
        .formatted(
            SIDE, SIDE, SIDE, SIDE, PREFIX, Base64.getEncoder().encodeToString(png(picture)));
  }
}
