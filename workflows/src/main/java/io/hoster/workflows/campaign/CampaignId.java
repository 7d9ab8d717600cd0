package io.hoster.workflows.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hoster.workflows.Prefixed;

/** The upgrade of all apps of a template, {@code cmp_…}. */
public record CampaignId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CampaignId {
    Prefixed.require("cmp", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
