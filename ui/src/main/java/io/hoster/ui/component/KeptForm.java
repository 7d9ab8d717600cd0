package io.hoster.ui.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.page.WebStorage;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A form whose half-filled fields outlive a reload, a sign-in and a restart of the server: the
 * browser keeps what is typed, as it is typed, for this tab alone, and gives it back when the form
 * is shown again. Fields are known by their attribute {@code name}; passwords are never kept.
 */
@JsModule("context://js/hoster-draft.js")
public final class KeptForm extends Div {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<TreeMap<String, String>> VALUES = new TypeReference<>() {};

  private final String key;
  private final transient Consumer<SortedMap<String, String>> restore;

  /**
   * @param key what the form is for; another form has another one
   * @param restore is given what was kept by field, once the browser has said it
   */
  public KeptForm(
      String key, Consumer<SortedMap<String, String>> restore, Component... components) {
    super(components);
    this.key = key;
    this.restore = restore;
    getElement().setAttribute("data-draft", key);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    WebStorage.getItem(event.getUI(), WebStorage.Storage.SESSION_STORAGE, key, this::restore);
  }

  private void restore(@Nullable String stored) {
    if (stored != null && !stored.isEmpty()) {
      restore.accept(read(stored));
    }
  }

  /** Nothing when somebody changed it into something else. */
  private static SortedMap<String, String> read(String stored) {
    try {
      return JSON.readValue(stored, VALUES);
    } catch (JacksonException e) {
      return new TreeMap<>();
    }
  }

  /** Keeps these as if somebody had typed them; secrets must not be among them. */
  public void keep(SortedMap<String, String> values) {
    WebStorage.setItem(WebStorage.Storage.SESSION_STORAGE, key, JSON.writeValueAsString(values));
  }

  /** It was sent, or given up, in this page. */
  public void forget(UI page) {
    WebStorage.removeItem(page, WebStorage.Storage.SESSION_STORAGE, key);
  }
}
