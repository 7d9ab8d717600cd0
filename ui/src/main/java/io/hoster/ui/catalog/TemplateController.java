package io.hoster.ui.catalog;

import io.hoster.store.catalog.TemplateQueries.Filter;
import io.hoster.store.catalog.TemplateRow;
import io.hoster.ui.Problem;
import io.hoster.ui.api.Buckets;
import io.hoster.ui.api.Limit;
import io.hoster.ui.api.Page;
import io.hoster.ui.api.RetryLater;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** Published templates, and one's own, by name. */
  @Operation(summary = "Published templates, and one's own, by name")
  @GetMapping
  Page<TemplateSummary> list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int most = Limit.of(limit);
    List<TemplateRow> rows =
        templates.list(
            actor(),
            new Filter(q.strip(), kind(kind), category.isBlank() ? null : category.strip()),
            NameCursor.decode(cursor),
            most + 1);
    List<TemplateRow> kept = rows.size() > most ? rows.subList(0, most) : rows;
    Map<String, Integer> live = templates.liveDeployments();
    return new Page<>(
        kept.stream().map(row -> TemplateSummary.of(row, live.getOrDefault(row.id(), 0))).toList(),
        rows.size() > most ? NameCursor.after(kept.getLast()) : null);
  }

  /** A template with its compose file and variables. */
  @Operation(summary = "A template with its compose file and variables")
  @GetMapping("/{slug}")
  TemplateDetail get(@PathVariable String slug) {
    return templates.detail(actor(), slug);
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

  private static @Nullable Kind kind(String text) {
    if (text.isBlank()) {
      return null;
    }
    try {
      return Kind.valueOf(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("/kind", "The kind is one of app, web, api, database and store.");
    }
  }
}
