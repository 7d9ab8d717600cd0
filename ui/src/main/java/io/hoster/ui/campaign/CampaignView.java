package io.hoster.ui.campaign;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.hoster.ui.ChangeFeed;
import io.hoster.ui.Problem;
import io.hoster.ui.Visitor;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.security.Actor;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Updates of all apps of a template: begin one, see how its waves get on, stop it. */
@Route("templates/:slug/campaigns")
@PermitAll
class CampaignView extends Main implements BeforeEnterObserver, HasDynamicTitle {

  private static final int SHOWN = 20;
  private static final int FIRST = 5;

  private final CampaignService campaigns;
  private final Actor actor;
  private final TextField version = new TextField(text("campaign.version"));
  private final IntegerField canaries = new IntegerField(text("campaign.canaries"));
  private final IntegerField failures = new IntegerField(text("campaign.failures"));
  private final FieldProblems problems = new FieldProblems();
  private final Div list = new Div();
  private String slug = "";

  CampaignView(CampaignService campaigns, Visitor visitor, ChangeFeed changes) {
    this.campaigns = campaigns;
    this.actor = visitor.require();
    addClassName("page");
    list.addClassName("stack");
    canaries.setValue(FIRST);
    failures.setValue(1);
    problems.at("/version", version);
    problems.at("/canary_percent", canaries);
    problems.at("/max_failures", failures);
    Button begin = new Button(text("campaign.begin"), click -> begin());
    begin.addThemeVariants(ButtonVariant.PRIMARY);
    Div fields = new Div(version, canaries, failures);
    fields.addClassName("toolbar");
    Div form =
        new Div(
            new H2(text("campaign.new")),
            new Paragraph(text("campaign.what")),
            fields,
            problems,
            new Div(begin));
    form.addClassNames("panel", "stack");
    add(new H1(text("campaign.title")), form, list);
    changes.followAll(this, (table, id) -> table.startsWith("campaign"), this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    slug = event.getRouteParameters().get("slug").orElseThrow();
    refresh();
  }

  private void begin() {
    problems.clear();
    try {
      campaigns.begin(
          actor,
          slug,
          new CampaignRequest(version.getValue(), canaries.getValue(), failures.getValue()));
      version.clear();
    } catch (Problem problem) {
      problems.show(problem);
    }
    refresh();
  }

  private void refresh() {
    list.removeAll();
    List<CampaignJson> all =
        campaigns.list(actor, slug, SHOWN).stream().map(CampaignJson::of).toList();
    if (all.isEmpty()) {
      list.add(new Paragraph(text("campaign.none")));
    }
    all.forEach(campaign -> list.add(panel(campaign)));
  }

  private Div panel(CampaignJson campaign) {
    Div panel = new Div(new H2(text("campaign.to", campaign.version())));
    panel.addClassNames("panel", "stack");
    panel.add(new Paragraph(words(campaign)));
    int done = campaign.updated() + campaign.failed() + campaign.skipped();
    if (campaign.finishedAt() == null && campaign.apps() > 0) {
      ProgressBar bar = new ProgressBar(0, campaign.apps(), done);
      bar.getElement().setAttribute("aria-label", text("campaign.to", campaign.version()));
      panel.add(bar);
    }
    String reason = campaign.reason();
    if (reason != null) {
      panel.add(new Paragraph(reason));
    }
    if (campaign.status().equals("running")) {
      Button stop = new Button(text("campaign.stop"), click -> stop(campaign.id()));
      stop.setAriaLabel(text("campaign.stop-of", campaign.version()));
      panel.add(new Div(stop));
    }
    panel.add(HosterTime.ago(campaign.startedAt()));
    return panel;
  }

  private static String words(CampaignJson campaign) {
    String counts =
        text(
            "campaign.counts",
            campaign.updated(),
            campaign.apps(),
            campaign.working(),
            campaign.failed(),
            campaign.skipped());
    String state =
        campaign.status().equals("running")
            ? campaign.wave() < 2
                ? text("campaign.wave-1", campaign.canaries())
                : text("campaign.wave-2")
            : text("campaign.status." + campaign.status());
    return state + " " + counts;
  }

  private void stop(String id) {
    problems.clear();
    try {
      campaigns.stop(actor, id);
    } catch (Problem problem) {
      problems.show(problem);
    }
    refresh();
  }

  @Override
  public String getPageTitle() {
    return text("campaign.title");
  }
}
