package io.hoster.ui.deployment;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.hoster.ui.Problem;
import io.hoster.ui.component.AppIcon;
import io.hoster.ui.component.FailedFace;
import io.hoster.ui.component.HosterLog;
import io.hoster.ui.component.LoadingFace;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.deployment.DeploymentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the services write, as they write it. The lines live in the browser only. */
final class LogsPanel extends SectionPanel {

  private static final Logger log = LoggerFactory.getLogger(LogsPanel.class);
  private static final int TAIL = 200;

  private final LogSource source;
  private final Actor actor;
  private final DeploymentId id;
  private final Select<String> service = new Select<>();
  private final Button pause = new Button();
  private final HosterLog output = new HosterLog(text("logs.label"), text("logs.none"));
  private final LoadingFace loading = new LoadingFace(4, text("logs.slow"));
  private final Div trouble = new Div();
  private LogSource.@Nullable Following following;
  private List<String> services = List.of();
  private boolean paused;

  LogsPanel(LogSource source, Actor actor, DeploymentId id, String asked) {
    this.source = source;
    this.actor = actor;
    this.id = id;
    service.setAriaLabel(text("logs.service"));
    service.setEmptySelectionAllowed(true);
    service.setEmptySelectionCaption(text("logs.all"));
    service.setItemLabelGenerator(name -> name == null ? text("logs.all") : name);
    if (!asked.isEmpty()) {
      services = List.of(asked);
      service.setItems(services);
      service.setValue(asked);
    }
    service.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        select();
      }
    });
    pause.addClickListener(click -> pause(!paused));
    pause(false);
    Checkbox wrap = new Checkbox(text("logs.wrap"), change -> output.setWrap(change.getValue()));
    wrap.setValue(true);
    Button download =
        new Button(
            text("logs.download"), AppIcon.DOWNLOAD.create(), click -> output.download("logs.txt"));
    Div bar = new Div(service, pause, wrap, download);
    bar.addClassName("toolbar");
    loading.addClassName("quiet");
    add(bar, trouble, loading, output);
  }

  private void pause(boolean wanted) {
    paused = wanted;
    pause.setText(text(wanted ? "logs.resume" : "logs.pause"));
    pause.setIcon((wanted ? AppIcon.RESUME : AppIcon.PAUSE).create());
    output.setPaused(wanted);
  }

  private String selected() {
    return Objects.requireNonNullElse(service.getValue(), "");
  }

  private void select() {
    String query = selected().isEmpty() ? "" : "?service=" + selected();
    getUI()
        .ifPresent(ui -> {
          ui.getPage()
              .getHistory()
              .replaceState(null, DeploymentNavigation.section(id, "logs") + query);
          follow(ui);
        });
  }

  @Override
  void refresh(Deployments.Details details) {
    List<String> names = details.services().stream().map(Deployments.Service::name).toList();
    List<String> all = new ArrayList<>(names);
    String chosen = selected();
    if (!chosen.isEmpty() && !all.contains(chosen)) {
      all.add(chosen);
    }
    if (!all.equals(services)) {
      services = all;
      service.setItems(all);
      service.setValue(chosen.isEmpty() ? null : chosen);
    }
  }

  @Override
  protected void onAttach(AttachEvent event) {
    follow(event.getUI());
  }

  @Override
  protected void onDetach(DetachEvent event) {
    stop();
  }

  private void follow(UI ui) {
    stop();
    trouble.removeAll();
    output.clear();
    waiting(true);
    try {
      following =
          source.follow(
              actor,
              id,
              selected(),
              TAIL,
              lines -> in(ui, () -> show(lines)),
              sentence -> in(ui, () -> lost(sentence)));
    } catch (Problem problem) {
      lost(problem.detail());
    }
  }

  private void show(List<LogSource.Line> lines) {
    waiting(false);
    output.append(lines.stream().map(LogsPanel::line).toList());
  }

  private void waiting(boolean yes) {
    loading.setVisible(yes);
    output.setVisible(!yes);
  }

  private static HosterLog.Line line(LogSource.Line line) {
    return new HosterLog.Line(
        line.at(), line.service(), line.stream().equals("stderr"), line.text());
  }

  private void lost(String sentence) {
    loading.setVisible(false);
    trouble.removeAll();
    trouble.add(
        FailedFace.retry(sentence, text("logs.safe"), () -> getUI().ifPresent(this::follow)));
  }

  private static void in(UI ui, Runnable work) {
    try {
      var ignored = ui.access(work::run);
    } catch (UIDetachedException e) {
      log.debug("Log lines came for a page that is gone"); // onDetach ends the following
    }
  }

  private void stop() {
    LogSource.Following old = following;
    following = null;
    if (old != null) {
      old.close();
    }
  }
}
