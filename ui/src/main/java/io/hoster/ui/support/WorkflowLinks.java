package io.hoster.ui.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses in Temporal's own pages, which the edge shows to operators. */
public final class WorkflowLinks {

  private WorkflowLinks() {}

  /** The newest run of a workflow. */
  public static String run(String workflowId) {
    return "/ops/temporal/namespaces/hoster/workflows/"
        + URLEncoder.encode(workflowId, StandardCharsets.UTF_8);
  }
}
