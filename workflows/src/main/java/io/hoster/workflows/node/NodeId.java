package io.hoster.workflows.node;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hoster.workflows.Prefixed;

/** A machine with Docker, {@code nod_…}. */
public record NodeId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public NodeId {
    Prefixed.require("nod", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
