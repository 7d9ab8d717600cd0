package io.hoster.workflows.operation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hoster.workflows.Prefixed;

/** What somebody asked for; also the id of the update that carries it, {@code cmd_…}. */
public record CommandId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CommandId {
    Prefixed.require("cmd", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
