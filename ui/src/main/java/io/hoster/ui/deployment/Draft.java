package io.hoster.ui.deployment;

import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A half-filled form as the browser keeps it. */
final class Draft {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<TreeMap<String, String>> VALUES = new TypeReference<>() {};

  private Draft() {}

  static String write(SortedMap<String, String> values) {
    return JSON.writeValueAsString(values);
  }

  /** What was kept; nothing when somebody changed it into something else. */
  static SortedMap<String, String> read(String stored) {
    try {
      return JSON.readValue(stored, VALUES);
    } catch (JacksonException e) {
      return new TreeMap<>();
    }
  }
}
