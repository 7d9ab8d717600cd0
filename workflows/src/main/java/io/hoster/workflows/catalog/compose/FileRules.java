package io.hoster.workflows.catalog.compose;

import static io.hoster.workflows.catalog.compose.KeyRule.keep;
import static io.hoster.workflows.catalog.compose.KeyRule.refuse;
import static io.hoster.workflows.catalog.compose.KeyRule.rewrite;

import java.util.List;

/** The policy's rows for a file's own keys and for what it declares. */
final class FileRules {

  static final List<KeyRule> FILE =
      List.of(
          keep("services", "are the containers: 1 to 20."),
          keep("volumes", "are made for the deployment: at most 10."),
          keep(
              "networks",
              "become names on the deployment's one network, which nobody else is on: at most 5."),
          keep("configs", "are files whose content stands in this file: at most 20."),
          keep("secrets", "are files that hold a secret variable: at most 20."),
          rewrite("name", "is given by the platform."),
          rewrite("version", "is from older formats and says nothing any more."),
          refuse("include", "loads other files. Write everything into this file."),
          refuse("models", "need a model provider that is not offered. Remove them."));

  static final List<KeyRule> VOLUME =
      List.of(
          rewrite("labels", "are dropped: the platform's own labels take their place."),
          refuse(
              "driver",
              "could lead to folders of the node or to other servers. Leave it out: the platform makes the volume."),
          refuse(
              "driver_opts",
              "could lead to folders of the node or to other servers. Leave it out: the platform makes the volume."),
          refuse(
              "external",
              "would use a volume of somebody else. Leave it out: the platform makes the volume."),
          refuse("name", "is given by the platform. Leave it out."));

  static final List<KeyRule> NETWORK =
      List.of(
          rewrite(
              "internal",
              "is dropped: nothing reaches a deployment but through the ports that it publishes."),
          rewrite("labels", "are dropped: the platform's own labels take their place."),
          refuse(
              "attachable", "is decided by the platform, which makes the network. Leave it out."),
          refuse("driver", "is decided by the platform, which makes the network. Leave it out."),
          refuse(
              "driver_opts", "is decided by the platform, which makes the network. Leave it out."),
          refuse(
              "enable_ipv4", "is decided by the platform, which makes the network. Leave it out."),
          refuse(
              "enable_ipv6", "is decided by the platform, which makes the network. Leave it out."),
          refuse(
              "external",
              "would join a network of somebody else. Leave it out: the platform makes the network."),
          refuse("ipam", "is decided by the platform, which makes the network. Leave it out."),
          refuse("name", "is given by the platform. Leave it out."));

  static final List<KeyRule> CONFIG =
      List.of(
          keep("content", "is the file's text, at most 256 KiB once its variables are filled in."),
          rewrite("labels", "are dropped: nothing reads them."),
          refuse("environment", "is not offered. Write ${NAME} into content."),
          refuse("external", "would use a file of somebody else. Write the text into content."),
          refuse("file", "would read a file of the platform. Write the text into content."),
          refuse("name", "is given by the platform. Leave it out."),
          refuse("template_driver", "belongs to Swarm. Remove it."));

  static final List<KeyRule> SECRET =
      List.of(
          keep("environment", "names the secret variable of the template that the file holds."),
          rewrite("labels", "are dropped: nothing reads them."),
          refuse("driver", "belongs to Swarm. Name a secret variable with environment."),
          refuse("driver_opts", "belongs to Swarm. Name a secret variable with environment."),
          refuse(
              "external",
              "would use a secret of somebody else. Name a secret variable with environment."),
          refuse(
              "file",
              "would read a file of the platform. Name a secret variable with environment."),
          refuse("name", "is given by the platform. Leave it out."),
          refuse("template_driver", "belongs to Swarm. Remove it."));

  private FileRules() {}
}
