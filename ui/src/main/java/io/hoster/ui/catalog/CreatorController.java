package io.hoster.ui.catalog;

import io.hoster.ui.catalog.CreatorService.Visibility;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.WebRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own templates for programs. */
@WebRole
@Tag(name = "Marketplace")
@RestController
@RequestMapping("/api/v1/templates")
class CreatorController {

  private final CreatorService creators;
  private final CurrentActor current;

  CreatorController(CreatorService creators, CurrentActor current) {
    this.creators = creators;
    this.current = current;
  }

  /** What {@code POST …/publish} takes. */
  record Publication(@Nullable Visibility visibility) {}

  /**
   * Which version is meant.
   *
   * @param version null: all that are out
   */
  record Which(@Nullable String version) {}

  /** Adds a template with a draft. */
  @Operation(summary = "Adds a template with a draft; the server gives its slug")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED) // for the description; the entity says it itself
  ResponseEntity<TemplateDetail> create(@RequestBody DraftJson body) {
    TemplateDetail made = creators.create(current.require(), body);
    return ResponseEntity.status(HttpStatus.CREATED)
        .header("Location", "/api/v1/templates/" + made.slug())
        .body(made);
  }

  /** Writes over the draft; without one, begins a new version. */
  @Operation(summary = "Writes over the draft; without one, begins a new version")
  @PutMapping("/{slug}")
  TemplateDetail save(@PathVariable String slug, @RequestBody DraftJson body) {
    return creators.save(current.require(), slug, body);
  }

  /** Publishes the draft for the own tenant, or asks the staff to publish it for all. */
  @Operation(summary = "Publishes the draft: private at once, public after a review")
  @PostMapping("/{slug}/publish")
  TemplateDetail publish(@PathVariable String slug, @RequestBody Publication body) {
    return creators.publish(current.require(), slug, body.visibility());
  }

  /** Nothing new is made of it; what runs goes on. */
  @Operation(summary = "Nothing new is made of it; what runs goes on")
  @PostMapping("/{slug}/deprecate")
  TemplateDetail deprecate(
      @PathVariable String slug, @RequestBody(required = false) @Nullable Which body) {
    return creators.deprecate(current.require(), slug, body == null ? null : body.version());
  }

  /** Takes it off the marketplace while nobody uses it. */
  @Operation(summary = "Takes it off the marketplace; 409 in_use while somebody uses it")
  @PostMapping("/{slug}/withdraw")
  TemplateDetail withdraw(
      @PathVariable String slug, @RequestBody(required = false) @Nullable Which body) {
    return creators.withdraw(current.require(), slug, body == null ? null : body.version());
  }

  /** Removes it with all its versions while nobody uses it. */
  @Operation(summary = "Removes it with all its versions; 409 in_use while somebody uses it")
  @DeleteMapping("/{slug}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String slug) {
    creators.delete(current.require(), slug);
  }
}
