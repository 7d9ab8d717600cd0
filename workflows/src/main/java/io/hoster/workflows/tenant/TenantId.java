package io.hoster.workflows.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hoster.workflows.Prefixed;

/** Who owns things, {@code ten_…}. */
public record TenantId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TenantId {
    Prefixed.require("ten", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
