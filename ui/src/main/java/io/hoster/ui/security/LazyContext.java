package io.hoster.ui.security;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;

/**
 * Asks who it is when somebody wants to know: a style sheet or the landing page needs no database.
 */
final class LazyContext implements SecurityContext {

  private static final long serialVersionUID = 1L;

  private transient @Nullable Supplier<Authentication> supplier;
  private @Nullable Authentication authentication;

  LazyContext(Supplier<Authentication> supplier) {
    this.supplier = supplier;
  }

  @Override
  public @Nullable Authentication getAuthentication() {
    Supplier<Authentication> ask = supplier;
    if (ask != null) {
      authentication = ask.get();
      supplier = null;
    }
    return authentication;
  }

  @Override
  public void setAuthentication(@Nullable Authentication authentication) {
    this.supplier = null;
    this.authentication = authentication;
  }
}
