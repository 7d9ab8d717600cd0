package io.hoster.ui.tenant;

import io.hoster.store.WebTransactions;
import io.hoster.store.tenant.Plan;
import io.hoster.store.tenant.PlanQueries;
import io.hoster.ui.security.WebRole;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The plans; for everybody. */
@WebRole
@Service
public final class PlanService {

  private final WebTransactions transactions;
  private final PlanQueries plans;

  PlanService(WebTransactions transactions, PlanQueries plans) {
    this.transactions = transactions;
    this.plans = plans;
  }

  /** All plans, the smallest first. */
  public List<Plan> list() {
    return transactions.system(plans::all);
  }

  public Optional<Plan> find(String id) {
    return transactions.system(() -> plans.find(id));
  }
}
