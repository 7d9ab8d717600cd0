package io.hoster.ui.journey;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one installation of this JVM, and the one browser at it, to tests; started for the
 * first, ended after the last.
 */
final class Installed implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(Installed.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Installation.class || type == Chromium.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Store store = context.getRoot().getStore(NAMESPACE);
    Installation installation =
        store.computeIfAbsent("installation", key -> Installation.start(), Installation.class);
    return parameter.getParameter().getType() == Installation.class
        ? installation
        : store.computeIfAbsent("chromium", key -> Chromium.at(installation), Chromium.class);
  }
}
