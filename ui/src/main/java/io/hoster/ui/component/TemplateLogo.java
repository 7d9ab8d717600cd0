package io.hoster.ui.component;

import com.vaadin.flow.component.html.Image;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A template's logo. As an image its SVG can run no script and load nothing. */
public final class TemplateLogo extends Image {

  /**
   * @param svg the image's text
   */
  public TemplateLogo(String svg) {
    super("data:image/svg+xml;base64," + base64(svg), "");
    addClassName("logo");
  }

  private static String base64(String svg) {
    return Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
  }
}
