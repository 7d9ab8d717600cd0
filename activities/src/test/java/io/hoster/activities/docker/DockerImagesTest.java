package io.hoster.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerImagesTest {

  @ParameterizedTest
  @CsvSource({
    "nginx, nginx:latest, false",
    "nginx:latest, nginx:latest, false",
    "nginx:1.22, nginx:1.22, true",
    "127.0.0.1:5000/nginx, 127.0.0.1:5000/nginx:latest, false",
    "127.0.0.1:5000/nginx:1, 127.0.0.1:5000/nginx:1, true",
    "nginx@sha256:00, nginx@sha256:00, true",
    "nginx:latest@sha256:00, nginx:latest@sha256:00, true",
  })
  void aNameIsTaggedAndFixed(String image, String tagged, boolean isFixed) {
    assertThat(DockerImages.tagged(image)).isEqualTo(tagged);
    assertThat(DockerImages.isFixed(image)).isEqualTo(isFixed);
  }
}
