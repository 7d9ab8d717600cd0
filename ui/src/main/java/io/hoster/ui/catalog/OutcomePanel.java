package io.hoster.ui.catalog;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.hoster.ui.component.TwoLines;
import io.hoster.workflows.catalog.compose.Notice;
import io.hoster.workflows.deployment.DeploymentPlan;
import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.deployment.ServicePlan.MountSpec;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of a compose file: the containers, and how Hoster makes them. */
final class OutcomePanel extends Div {

  private final Div body = new Div();

  OutcomePanel() {
    addClassNames("panel", "stack");
    body.addClassName("stack");
    add(new H2(text("outcome.title")), body);
  }

  /**
   * @param plan null: the file is refused as a whole
   * @param notices what is made in another way than it says
   */
  void show(@Nullable DeploymentPlan plan, List<Notice> notices) {
    body.removeAll();
    if (plan == null) {
      body.add(new Paragraph(text("outcome.refused")));
    } else {
      services(plan);
    }
    if (!notices.isEmpty()) {
      UnorderedList list = new UnorderedList();
      for (Notice notice : notices) {
        list.add(new ListItem(text("outcome.notice", notice.line(), notice.message())));
      }
      body.add(new H3(text("outcome.otherwise")), list);
    }
  }

  private void services(DeploymentPlan plan) {
    Div rows = new Div();
    rows.addClassName("rows");
    for (ServicePlan service : plan.services()) {
      Div row = new Div(TwoLines.of(new Span(service.name()), service.image()), facts(service));
      row.addClassName("row");
      rows.add(row);
    }
    body.add(rows, new Paragraph(text("outcome.rewritten")));
  }

  private static Div facts(ServicePlan service) {
    Div facts = new Div();
    facts.addClassNames("facts", "secondary");
    if (!service.ports().isEmpty()) {
      facts.add(
          new Span(
              text(
                  "outcome.ports",
                  service.ports().stream()
                      .map(port -> Integer.toString(port.containerPort()))
                      .collect(Collectors.joining(", ")))));
    }
    List<String> volumes =
        service.volumes().stream().map(MountSpec::volume).filter(Objects::nonNull).toList();
    if (!volumes.isEmpty()) {
      facts.add(new Span(text("outcome.volumes", String.join(", ", volumes))));
    }
    if (service.healthcheck() == null) {
      facts.add(new Span(text("outcome.no-check")));
    }
    return facts;
  }
}
