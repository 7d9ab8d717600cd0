package io.hoster.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

/** A view in memory, on services of paper; each test has fresh ones. */
@SpringBootTest(classes = ViewsApplication.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
public abstract class ViewTest extends SpringBrowserlessTest {

  /** Goes to {@code path} with a query such as {@code q=blog&kind=web}. */
  protected final <T extends Component> T navigate(String path, String query, Class<T> view) {
    UI.getCurrent().navigate(path, QueryParameters.fromString(query));
    return view.cast(getCurrentView());
  }

  /** Runs what waits for the page's lock. */
  protected static void runPending() {
    MockVaadin.runUIQueue(true);
  }
}
