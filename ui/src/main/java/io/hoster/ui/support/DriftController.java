package io.hoster.ui.support;

import io.hoster.ui.Problem;
import io.hoster.ui.api.Limit;
import io.hoster.ui.api.Page;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.node.DriftKind.Choice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Drift for programs of operators. */
@WebRole
@Tag(name = "Staff")
@RestController
@RequestMapping("/api/v1/admin/drift")
class DriftController {

  private final DriftService drift;
  private final CurrentActor current;

  DriftController(DriftService drift, CurrentActor current) {
    this.drift = drift;
    this.current = current;
  }

  /** What differs now, oldest first. */
  @Operation(summary = "What differs between rows and the world, oldest first")
  @GetMapping
  Page<StaffDrift> open(@RequestParam(required = false) @Nullable Integer limit) {
    return Page.whole(drift.open(current.require(), Limit.of(limit)));
  }

  /** Decides about one difference. */
  @Operation(summary = "Decides about one difference: remove, recreate, repair or leave")
  @PostMapping("/{id}/{choice}")
  StaffDrift decide(@PathVariable String id, @PathVariable String choice) {
    Choice known =
        Arrays.stream(Choice.values())
            .filter(candidate -> candidate.word().equals(choice))
            .findFirst()
            .orElseThrow(Problem::notFound);
    return drift.decide(current.require(), id, known);
  }
}
