package io.hoster.ui.support;

import io.hoster.ui.security.WebRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Addresses in Temporal's own pages, which the edge shows to operators. */
@WebRole
@Component
class WorkflowLinks {

  private final String namespace;

  WorkflowLinks(@Value("${hoster.temporal-namespace:hoster}") String namespace) {
    this.namespace = namespace;
  }

  /** The newest run of a workflow. */
  String run(String workflowId) {
    return "/ops/temporal/namespaces/" + namespace + "/workflows/" + encoded(workflowId);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
