package io.hoster.ui.component;

import com.vaadin.browserless.BrowserlessTest;
import java.util.Set;

/** A component in memory, on a page without views. */
public abstract class ComponentTest extends BrowserlessTest {

  @Override
  protected Set<String> scanPackages() {
    return Set.of(ComponentTest.class.getPackageName());
  }
}
