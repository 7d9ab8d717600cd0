package io.hoster.activities.docker;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the local engine is and whose objects are ours.
 *
 * @param dockerHost {@code unix://…}, from {@code HOSTER_DOCKER_HOST}
 * @param install id of this installation; every object on an engine bears it as a label
 * @param innerRegistries hosts inside the platform's network that images may come from, from {@code
 *     HOSTER_INNER_REGISTRIES}
 */
@ConfigurationProperties("hoster")
public record DockerSettings(
    @DefaultValue("unix:///var/run/docker.sock") String dockerHost,
    String install,
    @DefaultValue List<String> innerRegistries) {

  private static final Pattern INSTALL = Pattern.compile("[a-z0-9]{1,24}");

  public DockerSettings {
    innerRegistries = List.copyOf(innerRegistries);
    if (!dockerHost.startsWith("unix:///")) {
      throw new IllegalArgumentException("HOSTER_DOCKER_HOST must start with unix:///");
    }
    if (install == null || !INSTALL.matcher(install).matches()) {
      throw new IllegalArgumentException("HOSTER_INSTALL must be 1 to 24 letters a-z and digits");
    }
  }
}
