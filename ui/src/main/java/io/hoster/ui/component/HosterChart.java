package io.hoster.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A line chart over time. The numbers should stand in a table beside it too. */
@Tag("hoster-chart")
@JsModule("context://js/hoster-chart.js")
public final class HosterChart extends Component implements HasStyle {

  /** How the values of the axis are written. */
  public enum Unit {
    PERCENT,
    BYTES,
    BITS_PER_SECOND,
    COUNT,
    MILLISECONDS
  }

  /** The values of one moment, one for each series; null: not measured. */
  public record Point(Instant at, List<@Nullable Double> values) {}

  public HosterChart(String label, Unit unit, List<String> series) {
    getElement().setAttribute("role", "img");
    getElement().setAttribute("aria-label", label);
    getElement().setAttribute("unit", unit.name().toLowerCase(Locale.ROOT));
    getElement().setAttribute("series", String.join(",", series));
  }

  /** Shows {@code points}, oldest first, on an axis from {@code from} to {@code to}. */
  public void show(List<Point> points, Instant from, Instant to) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (Point point : points) {
      ArrayNode row = rows.addArray().add(point.at().toEpochMilli());
      for (Double value : point.values()) {
        if (value == null) {
          row.addNull();
        } else {
          row.add(value);
        }
      }
    }
    getElement()
        .callJsFunction("show", rows, (double) from.toEpochMilli(), (double) to.toEpochMilli());
  }
}
