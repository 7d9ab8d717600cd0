package io.hoster.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.badge.Badge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateBadgeTest extends ComponentTest {

  @ParameterizedTest
  @EnumSource(State.class)
  void everyStateHasAWordAndAnIconThatIsNotReadAloud(State state) {
    Badge badge = StateBadge.of(state);
    assertThat(badge.getText()).isNotBlank().doesNotContain("!{", "state.");
    assertThat(badge.getIcon().getElement().getAttribute("aria-hidden")).isEqualTo("true");
  }
}
