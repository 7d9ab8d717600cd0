package io.hoster.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import io.hoster.ui.component.StepView.Status;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationTimelineTest extends ComponentTest {

  private static final Instant START = Instant.parse("2026-11-20T21:04:00Z");

  private final OperationTimeline timeline =
      new OperationTimeline(Clock.fixed(START.plusSeconds(60), ZoneOffset.UTC));

  @BeforeEach
  void attach() {
    UI.getCurrent().add(timeline);
  }

  @Test
  void saysWhichStepIsAtWork() {
    timeline.show(operation(State.WORKING, 3, Status.RUNNING));
    assertThat(find(H2.class).single().getText()).isEqualTo("Setting up: step 3 of 5");
    assertThat(current().getElement().getTextRecursively()).contains("Step 3 of 5,", "Step three");
  }

  @Test
  void saysWhereItIsBetweenTwoSteps() {
    timeline.show(operation(State.WORKING, 3, Status.WAITING));
    assertThat(find(H2.class).single().getText()).isEqualTo("Setting up: step 3 of 5");
    timeline.show(operation(State.WORKING, 5, Status.DONE));
    assertThat(find(H2.class).single().getText()).isEqualTo("Setting up: step 5 of 5");
  }

  @Test
  void touchesOnlyTheRowsThatChanged() {
    timeline.show(operation(State.WORKING, 3, Status.RUNNING));
    List<Component> before = rows().stream().map(OperationTimelineTest::body).toList();
    timeline.show(operation(State.WORKING, 3, Status.RETRYING));
    List<Component> after = rows().stream().map(OperationTimelineTest::body).toList();
    for (int i = 0; i < before.size(); i++) {
      if (i == 2) {
        assertThat(after.get(i)).isNotSameAs(before.get(i));
      } else {
        assertThat(after.get(i)).isSameAs(before.get(i));
      }
    }
  }

  @Test
  void countsAttemptsFromTheSecondOn() {
    timeline.show(operation(State.WORKING, 2, Status.RETRYING));
    assertThat(current().getElement().getTextRecursively()).contains("Attempt 3 of 20");
  }

  @Test
  void announcesWhenAPersonIsNeeded() {
    timeline.show(operation(State.WORKING, 2, Status.RUNNING));
    timeline.show(operation(State.WAITING_FOR_PERSON, 2, Status.FAILED));
    assertThat(role("alert")).contains("1 of 5 steps done", "Step two", "Failed");
  }

  @Test
  void saysNothingOfNewsOnceItIsOver() {
    timeline.show(operation(State.SUCCEEDED, 6, Status.DONE));
    assertThat(find(H2.class).single().getText()).isEqualTo("Setting up: done");
    assertThat(find(HosterTime.class).all())
        .noneMatch(time -> "silence".equals(time.getElement().getAttribute("mode")));
  }

  @Test
  void foldsTheMiddleOfManyDoneStepsUntilAskedFor() {
    timeline.show(operation(State.WORKING, 9, Status.RUNNING, 10));
    assertThat(rows()).filteredOn(ListItem::isVisible).hasSize(5);
    test(find(Button.class).single()).click();
    assertThat(rows()).filteredOn(ListItem::isVisible).hasSize(10);
  }

  private List<ListItem> rows() {
    List<ListItem> rows = new ArrayList<>();
    timeline
        .getChildren()
        .flatMap(Component::getChildren)
        .filter(StepItem.class::isInstance)
        .forEach(row -> rows.add((ListItem) row));
    return rows;
  }

  private static Component body(ListItem row) {
    return row.getChildren().findFirst().orElseThrow();
  }

  private ListItem current() {
    return rows().stream()
        .filter(row -> "step".equals(row.getElement().getAttribute("aria-current")))
        .findFirst()
        .orElseThrow();
  }

  private String role(String role) {
    return timeline
        .getElement()
        .getChildren()
        .filter(child -> role.equals(child.getAttribute("role")))
        .findFirst()
        .orElseThrow()
        .getText();
  }

  private static OperationView operation(State state, int at, Status status) {
    return operation(state, at, status, 5);
  }

  private static OperationView operation(State state, int at, Status status, int total) {
    String[] names = {"one", "two", "three", "four", "five"};
    List<StepView> steps = new ArrayList<>();
    for (int position = 1; position <= total; position++) {
      Status now = position < at ? Status.DONE : position == at ? status : Status.WAITING;
      String name = position <= names.length ? names[position - 1] : Integer.toString(position);
      steps.add(
          new StepView(
              position,
              "Step " + name,
              now,
              now == Status.RETRYING ? 3 : 1,
              20,
              now == Status.RETRYING ? START.plusSeconds(90) : null,
              null,
              null,
              now == Status.WAITING ? null : START,
              end(now),
              null));
    }
    return new OperationView(
        "opr_1",
        "Setting up",
        "my-blog",
        false,
        state,
        "Ada",
        START,
        state == State.SUCCEEDED ? START.plusSeconds(58) : null,
        steps,
        null,
        List.of());
  }

  private static @Nullable Instant end(Status status) {
    return status == Status.DONE ? START.plusSeconds(2) : null;
  }
}
