package io.hoster.ui.campaign;

import io.hoster.ui.api.Limit;
import io.hoster.ui.api.Page;
import io.hoster.ui.security.Actor;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Updates of all apps of anybody's template, for programs of staff. Who is none gets 404. */
@WebRole
@Tag(name = "Staff")
@RestController
@RequestMapping("/api/v1/admin")
class StaffCampaignController {

  private final CampaignService campaigns;
  private final CurrentActor current;

  StaffCampaignController(CampaignService campaigns, CurrentActor current) {
    this.campaigns = campaigns;
    this.current = current;
  }

  private Actor staff() {
    Actor actor = current.require();
    CampaignService.requireStaff(actor);
    return actor;
  }

  /** Brings every running app of the template to a version: a few first, then the rest. */
  @Operation(summary = "Brings every running app of anybody's template to a version, a few first")
  @PostMapping("/templates/{slug}/campaign")
  @ResponseStatus(HttpStatus.ACCEPTED)
  CampaignJson begin(@PathVariable String slug, @RequestBody CampaignRequest body) {
    return CampaignJson.of(campaigns.begin(staff(), slug, body));
  }

  /** The template's campaigns, newest first. */
  @Operation(summary = "The campaigns of anybody's template, newest first")
  @GetMapping("/templates/{slug}/campaigns")
  Page<CampaignJson> list(
      @PathVariable String slug, @RequestParam(required = false) @Nullable Integer limit) {
    return Page.whole(
        campaigns.list(staff(), slug, Limit.of(limit)).stream().map(CampaignJson::of).toList());
  }

  /** Begins no more apps. */
  @Operation(summary = "Stops anybody's campaign; apps at work are finished")
  @PostMapping("/campaigns/{id}/stop")
  @ResponseStatus(HttpStatus.ACCEPTED)
  CampaignJson stop(@PathVariable String id) {
    return CampaignJson.of(campaigns.stop(staff(), id));
  }
}
