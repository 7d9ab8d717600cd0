package io.hoster.ui.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import io.hoster.ui.ViewTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DeploymentListViewTest extends ViewTest {

  @Autowired SomeDeployments deployments;

  @Test
  void listsAllWithASummaryThatFilters() {
    navigate("deployments", DeploymentListView.class);
    assertThat(test(grid()).size()).isEqualTo(4);
    assertThat(find(Anchor.class).withText("1 Needs attention").single().getHref())
        .isEqualTo("deployments?state=failed");
  }

  @Test
  void takesItsFiltersFromTheAddress() {
    navigate("deployments", "state=stopped", DeploymentListView.class);
    assertThat(test(grid()).size()).isEqualTo(1);
  }

  @Test
  void saysWhatToDoWhenThereIsNothingYet() {
    deployments.clear();
    DeploymentListView view = navigate("deployments", DeploymentListView.class);
    assertThat(view.getElement().getTextRecursively())
        .contains("No deployments yet.", "Pick an app and it runs in about a minute.");
  }

  @Test
  void offersToClearFiltersThatMatchNothing() {
    DeploymentListView view = navigate("deployments", "q=nowhere", DeploymentListView.class);
    assertThat(view.getElement().getTextRecursively())
        .contains("Nothing matches these filters.", "Clear filters");
  }

  @SuppressWarnings("unchecked")
  private Grid<Deployments.Summary> grid() {
    return find(Grid.class).single();
  }
}
