package io.hoster.ui.deployment;

import io.hoster.workflows.deployment.DeploymentId;

/** Where the pages about deployments are. */
public final class DeploymentNavigation {

  private DeploymentNavigation() {}

  /** All of them. */
  public static String list() {
    return "deployments";
  }

  /** The page of one. */
  public static String page(DeploymentId id) {
    return "deployments/" + id;
  }

  /** One section of the page of one. */
  public static String section(DeploymentId id, String section) {
    return page(id) + "/" + section;
  }

  /** The form that makes one of a template. */
  public static String deploy(String slug) {
    return "deploy/" + slug;
  }
}
