package io.hoster.ui.deployment;

import io.hoster.ui.api.Scalars;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.deployment.DeploymentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Trials of templates for programs. */
@WebRole
@Tag(name = "Marketplace")
@RestController
@RequestMapping("/api/v1/templates/{slug}/try")
class TrialController {

  private final TrialService trials;
  private final DeploymentReader reader;
  private final CurrentActor current;

  TrialController(TrialService trials, DeploymentReader reader, CurrentActor current) {
    this.trials = trials;
    this.reader = reader;
    this.current = current;
  }

  /**
   * What a trial takes.
   *
   * @param name null: Hoster chooses
   * @param variables names to values; what is missing is completed by defaults and generators
   */
  record Trial(
      @Nullable String name,
      @JsonDeserialize(contentUsing = Scalars.class)
          @Nullable SortedMap<String, String> variables) {}

  /** Runs the newest version of one's own template for an hour. */
  @Operation(summary = "Runs the newest version of one's own template for an hour")
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED) // for the description; the entity says it itself
  ResponseEntity<Deployment> run(
      @PathVariable String slug, @RequestBody(required = false) @Nullable Trial body) {
    Actor actor = current.require();
    DeploymentId id =
        trials.run(
            actor, slug, body == null ? null : body.name(), body == null ? null : body.variables());
    return ResponseEntity.accepted()
        .header("Location", "/api/v1/deployments/" + id)
        .body(reader.get(actor, id));
  }
}
