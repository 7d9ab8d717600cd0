package io.hoster.ui.campaign;

import io.hoster.ui.api.Limit;
import io.hoster.ui.api.Page;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.WebRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Updates of all apps of a template, for programs of creators. */
@WebRole
@Tag(name = "Marketplace")
@RestController
class CampaignController {

  private final CampaignService campaigns;
  private final CurrentActor current;

  CampaignController(CampaignService campaigns, CurrentActor current) {
    this.campaigns = campaigns;
    this.current = current;
  }

  /** Brings every running app of the template to a version: a few first, then the rest. */
  @Operation(summary = "Brings every running app of a template to a version, a few first")
  @PostMapping("/api/v1/templates/{slug}/campaign")
  @ResponseStatus(HttpStatus.ACCEPTED)
  CampaignJson begin(@PathVariable String slug, @RequestBody CampaignRequest body) {
    return CampaignJson.of(campaigns.begin(current.require(), slug, body));
  }

  /** The template's campaigns, newest first. */
  @Operation(summary = "The campaigns of a template, newest first")
  @GetMapping("/api/v1/templates/{slug}/campaigns")
  Page<CampaignJson> list(
      @PathVariable String slug, @RequestParam(required = false) @Nullable Integer limit) {
    return Page.whole(
        campaigns.list(current.require(), slug, Limit.of(limit)).stream()
            .map(CampaignJson::of)
            .toList());
  }

  /** Begins no more apps. */
  @Operation(summary = "Stops a campaign; apps at work are finished")
  @PostMapping("/api/v1/campaigns/{id}/stop")
  @ResponseStatus(HttpStatus.ACCEPTED)
  CampaignJson stop(@PathVariable String id) {
    return CampaignJson.of(campaigns.stop(current.require(), id));
  }
}
