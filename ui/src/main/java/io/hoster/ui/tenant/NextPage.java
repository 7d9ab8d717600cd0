package io.hoster.ui.tenant;

import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Where to go after signing in: a page of this application and nothing else.
 *
 * @param path relative, such as {@code deploy/wordpress}
 */
record NextPage(String path) {

  private static final String HOME = "deployments";
  private static final Pattern OWN =
      Pattern.compile("[a-z][a-z0-9_-]*(/[A-Za-z0-9_-]+)*(\\?[A-Za-z0-9_=&%.-]*)?");

  NextPage {
    if (!OWN.matcher(path).matches()) {
      path = HOME;
    }
  }

  static NextPage of(QueryParameters parameters) {
    String asked = parameters.getSingleParameter("next").orElse(HOME);
    return new NextPage(asked.startsWith("/") ? asked.substring(1) : asked);
  }

  /** {@code page} with this as its own next page. */
  String behind(String page) {
    return isHome() ? page : page + "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  boolean isHome() {
    return path.equals(HOME);
  }

  /** The template that a deployment is to be made of; empty: none. */
  String template() {
    return path.startsWith("deploy/") ? path.substring("deploy/".length()).split("\\?", 2)[0] : "";
  }
}
