package io.hoster.ui.tenant;

import io.hoster.store.tenant.Plan;
import io.hoster.ui.api.Page;
import io.hoster.ui.security.WebRole;
import java.math.BigDecimal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The plans over HTTP. */
@WebRole
@RestController
class PlanController {

  private static final int NANO = 9;

  private final PlanService plans;

  PlanController(PlanService plans) {
    this.plans = plans;
  }

  record Limits(
      int sites,
      int apis,
      int databases,
      long storageBytes,
      long bandwidthBytes,
      BigDecimal cpus,
      long memoryBytes,
      boolean ownDomains) {}

  record ListedPlan(
      String id,
      String name,
      long priceMonthMinor,
      long priceYearMinor,
      String currency,
      Limits limits) {}

  @GetMapping("/api/v1/plans")
  Page<ListedPlan> list() {
    return Page.whole(plans.list().stream().map(PlanController::shown).toList());
  }

  private static ListedPlan shown(Plan plan) {
    return new ListedPlan(
        plan.id(),
        plan.name(),
        plan.priceMonthMinor(),
        plan.priceYearMinor(),
        plan.currency(),
        new Limits(
            plan.sites(),
            plan.apis(),
            plan.databases(),
            plan.storageBytes(),
            plan.bandwidthBytes(),
            BigDecimal.valueOf(plan.nanoCpus(), NANO).stripTrailingZeros(),
            plan.memoryBytes(),
            plan.ownDomains()));
  }
}
