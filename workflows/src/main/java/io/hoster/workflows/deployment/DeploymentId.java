package io.hoster.workflows.deployment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hoster.workflows.Prefixed;

/** A running instance of a template, {@code dep_…}. */
public record DeploymentId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DeploymentId {
    Prefixed.require("dep", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
