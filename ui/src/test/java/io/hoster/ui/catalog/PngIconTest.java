package io.hoster.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngIconTest {

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  @Test
  void keepsNothingButThePicture() throws IOException {
    byte[] file = png(300, 200);
    byte[] more = Arrays.copyOf(file, file.length + 20);
    byte[] words = "<script>alert(1)</s>".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(words, 0, more, file.length, words.length);
    PngIcon icon = PngIcon.read(more);
    assertThat(icon.picture().getWidth()).isEqualTo(80);
    assertThat(icon.picture().getHeight()).isEqualTo(80);
    assertThat(icon.svg()).startsWith("<svg").doesNotContain("script");
  }

  @Test
  void refusesWhatUnpacksToAHugePicture() throws IOException {
    byte[] wide = png(1025, 1);
    assertThatThrownBy(() -> PngIcon.read(wide)).hasMessageContaining("1024 pixels");
  }

  @Test
  void aBrokenFileIsAPictureOrRefusedWhereverItBreaks() throws IOException {
    byte[] whole = png(40, 40);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      Throwable thrown = catchThrowable(() -> PngIcon.read(part));
      assertThat(thrown == null || thrown instanceof IllegalArgumentException)
          .as("%d bytes: %s", length, thrown)
          .isTrue();
    }
    assertThatThrownBy(() -> PngIcon.read(Arrays.copyOf(whole, 20)))
        .hasMessage("This is no PNG image.");
  }

  @Test
  void refusesOtherFormats() throws IOException {
    ByteArrayOutputStream gif = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "gif", gif);
    assertThatThrownBy(() -> PngIcon.read(gif.toByteArray()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
