package io.hoster.ui.catalog;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.hoster.workflows.catalog.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Takes a compose file from the reader's disk. */
final class ComposeUpload extends Div {

  private final Paragraph problem = new Paragraph();

  /**
   * @param taken is given the text
   */
  ComposeUpload(Consumer<String> taken) {
    problem.addClassName("problem-text");
    problem.getElement().setAttribute("role", "alert");
    Upload upload =
        new Upload(
            UploadHandler.inMemory((metadata, bytes) -> {
              problem.setText("");
              taken.accept(new String(bytes, StandardCharsets.UTF_8).replace("\0", "\uFFFD"));
            }));
    upload.setMaxFiles(1);
    upload.setMaxFileSize(YamlReader.MAX_BYTES);
    upload.setUploadButton(new Button(text("editor.upload")));
    upload.setDropLabel(new Span(text("editor.drop")));
    upload.addFileRejectedListener(refused -> problem.setText(text("editor.upload-refused")));
    upload.addAllFinishedListener(done -> upload.clearFileList());
    add(upload, problem);
  }
}
