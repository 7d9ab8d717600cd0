package io.hoster.ui.catalog;

import io.hoster.store.catalog.TemplateRow;
import io.hoster.store.catalog.TemplateSearchQueries.Filter;
import io.hoster.ui.api.Buckets;
import io.hoster.ui.api.Limit;
import io.hoster.ui.api.RetryLater;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.WebRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The marketplace for programs. Nobody needs to sign in. */
@WebRole
@Tag(name = "Marketplace")
@RestController
@RequestMapping("/api/v1/templates")
class TemplateController {

  /** Compiling costs: who has not signed in is counted by address. */
  private static final int CHECKS_A_MINUTE = 600;

  private final Buckets strangers = new Buckets(CHECKS_A_MINUTE, Duration.ofMinutes(1));
  private final TemplateService templates;
  private final CurrentActor current;

  TemplateController(TemplateService templates, CurrentActor current) {
    this.templates = templates;
    this.current = current;
  }

  /** Published templates, and one's own. */
  @Operation(summary = "Published templates, and one's own, by name or use, with counts")
  @GetMapping
  TemplatePage list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String price,
      @RequestParam(defaultValue = "name") String sort,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int most = Limit.of(limit);
    Filter filter =
        new Filter(
            q.strip(),
            Choices.kind(kind),
            category.isBlank() ? null : category.strip(),
            Choices.price(price));
    List<TemplateRow> rows =
        templates.list(
            actor(), filter, Choices.sort(sort), TemplateCursor.decode(cursor), most + 1);
    return TemplatePage.of(rows, most, templates.facets(actor(), filter));
  }

  /** A template with its compose file and variables. */
  @Operation(summary = "A template with its compose file and variables")
  @GetMapping("/{slug}")
  TemplateDetail get(
      @PathVariable String slug, @RequestParam(required = false) @Nullable String version) {
    return templates.detail(actor(), slug, version);
  }

  /** What the compiler makes of a compose file, without saving anything. */
  @Operation(summary = "What the compiler makes of a compose file, without saving anything")
  @PostMapping("/check")
  CheckAnswer check(@RequestBody CheckRequest request, HttpServletRequest http) {
    if (actor() == null) {
      strangers
          .take(http.getRemoteAddr())
          .ifPresent(wait -> {
            throw RetryLater.rateLimited(wait);
          });
    }
    return templates.check(request);
  }

  private @Nullable Actor actor() {
    return current.find().orElse(null);
  }
}
