package io.hoster.ui.deployment;

/**
 * A line of the credentials page, opened.
 *
 * @param secret to be shown only on request
 */
public record Credential(String name, String value, String service, boolean secret) {

  @Override
  public String toString() {
    return "Credential[name=" + name + ", service=" + service + "]";
  }
}
