package io.hoster.ui.catalog;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.Base64;
import java.util.function.Consumer;

/** Takes a PNG picture; says what is wrong with another. */
final class LogoUpload extends Div {

  private static final int LARGEST = 256 * 1024;

  private final Paragraph problem = new Paragraph();

  /**
   * @param taken is given the picture as a data address
   */
  LogoUpload(Consumer<String> taken) {
    problem.addClassName("problem-text");
    problem.getElement().setAttribute("role", "alert");
    Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> read(bytes, taken)));
    upload.setAcceptedFileTypes("image/png", ".png");
    upload.setMaxFiles(1);
    upload.setMaxFileSize(LARGEST);
    upload.setDropAllowed(false);
    upload.setUploadButton(new Button(text("about.logo")));
    upload.addFileRejectedListener(refused -> problem.setText(text("about.logo-refused")));
    upload.addAllFinishedListener(done -> upload.clearFileList());
    add(upload, problem);
  }

  private void read(byte[] bytes, Consumer<String> taken) {
    try {
      PngIcon.read(bytes);
      problem.setText("");
      taken.accept(PngIcon.PREFIX + Base64.getEncoder().encodeToString(bytes));
    } catch (IllegalArgumentException e) {
      problem.setText(e.getMessage());
    }
  }
}
