package io.hoster.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.temporal.common.metadata.POJOWorkflowImplMetadata;
import io.temporal.common.metadata.POJOWorkflowMethodMetadata;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a worker of this version registers takes up whatever a released version may have begun. */
class SavedHistoryTest {

  static List<SavedHistory> all() {
    return SavedHistory.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void replays(SavedHistory history) {
    assertThatCode(() -> history.replay(HosterWorkflows.types())).doesNotThrowAnyException();
  }

  @Test
  void isThereOfEveryWorkflow() {
    Set<String> saved =
        SavedHistory.all().stream()
            .map(SavedHistory::workflow)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(saved).isEqualTo(names());
  }

  private static Set<String> names() {
    return Arrays.stream(HosterWorkflows.types())
        .flatMap(type -> POJOWorkflowImplMetadata.newInstance(type).getWorkflowMethods().stream())
        .map(POJOWorkflowMethodMetadata::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
