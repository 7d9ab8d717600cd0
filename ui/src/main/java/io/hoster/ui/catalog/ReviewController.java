package io.hoster.ui.catalog;

import io.hoster.ui.api.Limit;
import io.hoster.ui.api.Page;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.WebRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What tenants want to publish for all, for programs of staff. */
@WebRole
@Tag(name = "Staff")
@RestController
@RequestMapping("/api/v1/admin/templates")
class ReviewController {

  private final ReviewService reviews;
  private final CurrentActor current;

  ReviewController(ReviewService reviews, CurrentActor current) {
    this.reviews = reviews;
    this.current = current;
  }

  /** What {@code POST …/reject} takes. */
  record Rejection(@Nullable String reason) {}

  /** What waits, longest first. */
  @Operation(summary = "Templates that wait for a review, longest first")
  @GetMapping
  Page<ReviewJson> waiting(@RequestParam(required = false) @Nullable Integer limit) {
    return Page.whole(reviews.waiting(current.require(), Limit.of(limit)));
  }

  /** The version that waits, with all it says. */
  @Operation(summary = "The version of a template that waits, with all it says")
  @GetMapping("/{slug}")
  TemplateDetail get(@PathVariable String slug) {
    return reviews.get(current.require(), slug);
  }

  /** Publishes it for all; with the checksum of what was read, only that. */
  @Operation(summary = "Publishes it for all; with a checksum, only what has it")
  @PostMapping("/{slug}/approve")
  TemplateDetail approve(
      @PathVariable String slug, @RequestParam(required = false) @Nullable String checksum) {
    return reviews.approve(current.require(), slug, checksum);
  }

  /** Gives it back to its author with a reason. */
  @Operation(summary = "Gives it back to its author with a reason")
  @PostMapping("/{slug}/reject")
  TemplateDetail reject(@PathVariable String slug, @RequestBody Rejection body) {
    String reason = body.reason();
    return reviews.reject(current.require(), slug, reason == null ? "" : reason);
  }
}
