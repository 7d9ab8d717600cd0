package io.hoster.ui.catalog;

import io.hoster.store.catalog.ServiceImage;
import io.hoster.ui.Problem.FieldProblem;
import io.hoster.workflows.catalog.compose.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a deploy would make with the values typed so far. */
public sealed interface Preview {

  /**
   * It can be deployed.
   *
   * @param services in the order they start
   * @param use null: nobody is signed in
   * @param usual null: too few runs so far
   */
  record Ready(
      List<ServiceImage> services,
      List<String> volumes,
      List<String> networks,
      TemplateDetail.Resources resources,
      long priceMinor,
      String currency,
      @Nullable PlanUse use,
      @Nullable UsualTime usual)
      implements Preview {}

  /**
   * It cannot, yet.
   *
   * @param fields what is wrong with values; pointers are {@code /variables/NAME}
   * @param findings what is wrong with the template itself
   */
  record NotReady(List<FieldProblem> fields, List<Finding> findings) implements Preview {}

  /**
   * How much of a plan is used by deployments of this kind.
   *
   * @param plan its name
   * @param cpus that one container may use
   * @param memoryBytes that one container may use
   */
  record PlanUse(String plan, int used, int limit, double cpus, long memoryBytes) {

    /** Whether one more is too many. */
    public boolean isFull() {
      return used >= limit;
    }
  }

  /** How long a set-up took in its last runs, in seconds: the middle one and a slow one. */
  record UsualTime(double median, double slow) {}
}
