package io.hoster.ui.deployment;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.hoster.ui.ChangeFeed;
import io.hoster.ui.component.AppIcon;
import io.hoster.ui.component.EmptyFace;
import io.hoster.ui.component.HosterChart;
import io.hoster.ui.component.HosterChart.Point;
import io.hoster.ui.component.HosterChart.Unit;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.SectionNav;
import io.hoster.ui.component.Units;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.deployment.DeploymentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What it uses and serves, as charts, and the same numbers as a table. */
final class MetricsPanel extends SectionPanel {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration AGAIN = Duration.ofSeconds(30);
  private static final int TABLE_ROWS = 60;

  private final Deployments deployments;
  private final Actor actor;
  private final DeploymentId id;
  private final Duration span;
  private final Div none = new Div();
  private final Div charts = new Div();
  private final HosterChart cpu =
      new HosterChart(text("metrics.cpu"), Unit.PERCENT, List.of(text("metrics.cpu")));
  private final HosterChart memory =
      new HosterChart(text("metrics.memory"), Unit.BYTES, List.of(text("metrics.memory")));
  private final HosterChart network =
      new HosterChart(
          text("metrics.network"),
          Unit.BITS_PER_SECOND,
          List.of(text("metrics.in"), text("metrics.out")));
  private final HosterChart requests =
      new HosterChart(
          text("metrics.requests"),
          Unit.COUNT,
          List.of(text("metrics.requests"), text("metrics.errors")));
  private final HosterChart response =
      new HosterChart(
          text("metrics.response"), Unit.MILLISECONDS, List.of(text("metrics.response")));
  private final Details table = new Details(text("metrics.table"));
  private List<Deployments.Sample> shown = List.of();

  MetricsPanel(
      Deployments deployments, Actor actor, DeploymentId id, ChangeFeed changes, String range) {
    this.deployments = deployments;
    this.actor = actor;
    this.id = id;
    this.span = range.equals("24h") ? DAY : HOUR;
    charts.addClassName("charts");
    charts.add(
        panel(text("metrics.cpu"), cpu),
        panel(text("metrics.memory"), memory),
        panel(text("metrics.network"), network),
        panel(text("metrics.requests"), requests),
        panel(text("metrics.response"), response));
    table.addOpenedChangeListener(opened -> fillTable());
    add(ranges(), none, charts, table);
    changes.every(this, AGAIN, this::read);
  }

  private Component ranges() {
    String path = DeploymentNavigation.section(id, "metrics");
    return new SectionNav(
        text("metrics.range"),
        List.of(
            new SectionNav.Section(path, text("metrics.1h"), span.equals(HOUR)),
            new SectionNav.Section(path + "?range=24h", text("metrics.24h"), span.equals(DAY))));
  }

  @Override
  void refresh(Deployments.Details details) {
    read();
  }

  private void read() {
    Instant to = Clock.systemUTC().instant();
    Instant from = to.minus(span);
    shown = deployments.samples(actor, id, span);
    boolean any = !shown.isEmpty();
    charts.setVisible(any);
    table.setVisible(any);
    none.removeAll();
    if (!any) {
      none.add(new EmptyFace(AppIcon.ACTIVITY, text("metrics.none"), text("metrics.none-next")));
      return;
    }
    double seconds = stretchSeconds();
    cpu.show(points(sample -> Arrays.asList(sample.cpuPercent())), from, to);
    memory.show(points(sample -> Arrays.asList(real(sample.memoryBytes()))), from, to);
    network.show(
        points(sample ->
            Arrays.asList(
                rate(sample.networkInBytes(), seconds), rate(sample.networkOutBytes(), seconds))),
        from,
        to);
    requests.show(
        points(sample -> Arrays.asList(real(sample.requests()), real(sample.errors()))), from, to);
    response.show(points(sample -> Arrays.asList(sample.responseMillis())), from, to);
    fillTable();
  }

  private List<Point> points(Function<Deployments.Sample, List<@Nullable Double>> values) {
    return shown.stream().map(sample -> new Point(sample.at(), values.apply(sample))).toList();
  }

  /** The stretches are a minute up to six hours, five up to a day. */
  private double stretchSeconds() {
    return span.equals(HOUR) ? 60 : 300;
  }

  private static @Nullable Double real(@Nullable Long value) {
    return value == null ? null : Double.valueOf(value);
  }

  private static @Nullable Double rate(@Nullable Long bytes, double seconds) {
    return bytes == null ? null : bytes * 8 / seconds;
  }

  private void fillTable() {
    table.removeAll();
    if (!table.isOpened()) {
      return;
    }
    NativeTableBody body = new NativeTableBody();
    List<Deployments.Sample> newest = new ArrayList<>(shown).reversed();
    newest.stream().limit(TABLE_ROWS).forEach(sample -> body.add(row(sample)));
    NativeTableRow head = new NativeTableRow();
    for (String name :
        List.of("at", "cpu", "memory", "in", "out", "requests", "errors", "response")) {
      head.add(new NativeTableHeaderCell(text("metrics." + name)));
    }
    NativeTable numbers = new NativeTable(new NativeTableHeader(head), body);
    numbers.addClassName("numbers-table");
    Div box = new Div(numbers);
    box.addClassName("scroll-x");
    table.add(box);
  }

  private static NativeTableRow row(Deployments.Sample sample) {
    Double cpu = sample.cpuPercent();
    NativeTableRow row = new NativeTableRow();
    row.add(
        new NativeTableCell(HosterTime.ago(sample.at())),
        number(cpu == null ? text("unknown") : Math.round(cpu * 10) / 10.0 + "%"),
        number(bytes(sample.memoryBytes())),
        number(bytes(sample.networkInBytes())),
        number(bytes(sample.networkOutBytes())),
        number(count(sample.requests())),
        number(count(sample.errors())),
        number(millis(sample.responseMillis())));
    return row;
  }

  private static NativeTableCell number(String text) {
    NativeTableCell cell = new NativeTableCell(text);
    cell.addClassName("number");
    return cell;
  }

  private static String bytes(@Nullable Long bytes) {
    return bytes == null ? text("unknown") : Units.bytes(bytes);
  }

  private static String count(@Nullable Long count) {
    return count == null ? text("unknown") : count.toString();
  }

  private static String millis(@Nullable Double millis) {
    return millis == null
        ? text("unknown")
        : text("metrics.response-value", Math.round(millis * 10) / 10.0);
  }
}
