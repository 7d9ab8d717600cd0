package io.hoster.ui.deployment;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.hoster.ui.component.Facts;
import io.hoster.ui.component.Units;
import io.hoster.workflows.catalog.TemplateDefinition;
import java.util.List;

/** What a deploy will make, cost and count, before it is asked for. */
final class PreviewPanel extends Aside {

  private final Facts facts = new Facts();

  PreviewPanel(Component... below) {
    addClassNames("side", "panel", "preview");
    H2 title = new H2(text("preview.title"));
    add(title, facts);
    add(below);
    getElement().setAttribute("aria-label", text("preview.title"));
  }

  void show(
      TemplateDefinition template,
      DeployDesk.Room room,
      List<String> containers,
      List<String> volumes) {
    facts.removeAll();
    facts.fact(text("preview.price"), new Span(price(template)));
    facts.fact(text("preview.plan"), plan(template, room));
    facts.fact(
        text("preview.limits"),
        new Span(
            text(
                "preview.limits-of",
                Units.cpus(room.nanoCpus()),
                Units.bytes(room.memoryBytes()))));
    facts.fact(text("preview.creates"), creates(containers, volumes));
    facts.fact(text("preview.fails"), new Span(text("preview.fails-how")));
  }

  private static String price(TemplateDefinition template) {
    return template.priceMinor() == 0
        ? text("preview.free")
        : text("preview.price-month", Units.money(template.priceMinor(), template.currency()));
  }

  private static Component plan(TemplateDefinition template, DeployDesk.Room room) {
    String kind =
        switch (template.kind()) {
          case APP, WEB, STORE -> text("plan.sites", room.used(), room.limit());
          case API -> text("plan.apis", room.used(), room.limit());
          case DATABASE -> text("plan.databases", room.used(), room.limit());
        };
    Div plan = new Div(new Span(text("preview.plan-use", room.plan(), kind)));
    double share = room.limit() == 0 ? 1 : Math.min(1, (double) room.used() / room.limit());
    if (share >= 0.7) {
      ProgressBar bar = new ProgressBar(0, 1, share);
      bar.getElement().setAttribute("aria-label", kind);
      bar.addClassName(share >= 1 ? "full" : "nearly-full");
      plan.add(bar);
    }
    return plan;
  }

  private static Component creates(List<String> containers, List<String> volumes) {
    Div creates = new Div();
    creates.addClassName("creates");
    creates.add(line(text("preview.containers", containers.size()), containers));
    if (!volumes.isEmpty()) {
      creates.add(line(text("preview.volumes", volumes.size()), volumes));
    }
    creates.add(new Div(text("preview.rest")));
    return creates;
  }

  private static Component line(String what, List<String> names) {
    Span listed = new Span(String.join(", ", names));
    listed.addClassName("code");
    return new Div(new Span(what + " "), listed);
  }
}
