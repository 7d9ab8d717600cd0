package io.hoster.workflows.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hoster.workflows.Prefixed;

/** One immutable version of a template, {@code tpv_…}. */
public record TemplateVersionId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TemplateVersionId {
    Prefixed.require("tpv", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
