package io.hoster.ui.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class ApiJsonTest {

  enum Colour {
    DARK_BLUE
  }

  record Thing(
      @Nullable String firstName,
      int count,
      @Nullable Instant createdAt,
      @Nullable Colour colour,
      @Nullable Map<String, String> environment) {}

  private final JsonMapper json = new ApiJson().mapper();

  @Test
  void speaksSnakeCaseAndTimesAsText() {
    Thing thing =
        new Thing("Ada", 2, Instant.parse("2026-11-20T12:00:00Z"), Colour.DARK_BLUE, null);
    assertThat(json.writeValueAsString(thing))
        .isEqualTo(
            """
            {"first_name":"Ada","count":2,"created_at":"2026-11-20T12:00:00Z","colour":"dark_blue","environment":null}\
            """);
    assertThat(json.readValue(json.writeValueAsString(thing), Thing.class)).isEqualTo(thing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"unknown\": 1}",
        "{\"first_name\": 1}",
        "{\"first_name\": true}",
        "{\"count\": \"2\"}",
        "{\"count\": 2.5}",
        "{\"first_name\": \"a\", \"first_name\": \"b\"}",
        "{\"first_name\": \"\\u0000\"}",
        "{\"first_name\": \"\\udc00\"}",
        "{\"environment\": {\"\\u0000\": \"x\"}}",
        "{\"colour\": 0}",
        "{} {}"
      })
  void refusesWhatIsNotMeant(String text) {
    assertThatThrownBy(() -> json.readValue(text, Thing.class))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void keepsCharactersBeyondTheFirstPlane() {
    assertThat(json.readValue("{\"first_name\": \"\\ud83d\\ude00\"}", Thing.class).firstName())
        .isEqualTo("\ud83d\ude00");
  }
}
