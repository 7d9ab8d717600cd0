package io.hoster.workflows.operation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hoster.workflows.Prefixed;

/** What a workflow does to one subject, {@code opr_…}. */
public record OperationId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public OperationId {
    Prefixed.require("opr", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
