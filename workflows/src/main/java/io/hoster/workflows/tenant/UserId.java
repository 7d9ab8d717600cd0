package io.hoster.workflows.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hoster.workflows.Prefixed;

/** A person who signs in, {@code usr_…}. */
public record UserId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public UserId {
    Prefixed.require("usr", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
