package io.hoster.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;

class PageSessionFilterTest {

  private final PageSessionFilter filter =
      new PageSessionFilter(new CurrentActor(SecurityContextHolder.getContextHolderStrategy()));

  @Test
  void aRequestGoesOnWhenAnotherOneEndsTheSessionMeanwhile() throws ServletException, IOException {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/deployments");
    request.setSession(new EndedOnTheWay());
    MockFilterChain chain = new MockFilterChain();
    filter.doFilter(request, new MockHttpServletResponse(), chain);
    assertThat(chain.getRequest()).isSameAs(request);
    assertThat(request.getSession(false)).isNull();
  }

  /** Another request of the browser is quicker than the one that asks. */
  private static final class EndedOnTheWay extends MockHttpSession {

    @Override
    public Object getAttribute(String name) {
      invalidate();
      return super.getAttribute(name);
    }
  }
}
