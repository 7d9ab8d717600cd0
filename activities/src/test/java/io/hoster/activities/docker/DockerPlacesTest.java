package io.hoster.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hoster.activities.docker.ContainerEngine.Place;
import io.hoster.workflows.metering.StorageType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DockerPlacesTest {

  @Test
  void tellsWhereLayersLogsAndVolumesLie() throws JsonProcessingException {
    String inspection =
        """
        {"Id": "abc", "LogPath": "", "Config": {"Image": "postgres:15.20"},
         "GraphDriver": {"Name": "overlay2", "Data": {"UpperDir": "/docker/overlay2/1/diff"}},
         "Mounts": [
           {"Type": "volume", "Name": "hoster-x1-dep_1-vol-db-data", "Source": "/docker/volumes/a/_data"},
           {"Type": "volume", "Name": "hoster-x1-dep_1-vol-cache", "Source": "/docker/volumes/b/_data"},
           {"Type": "tmpfs", "Source": ""}]}
        """;
    assertThat(DockerPlaces.places(new ObjectMapper().readTree(inspection), "/docker"))
        .containsExactly(
            new Place(StorageType.CODE, Path.of("/docker/overlay2/1/diff")),
            new Place(StorageType.LOGS, Path.of("/docker/containers/abc/local-logs")),
            new Place(StorageType.DATABASE, Path.of("/docker/volumes/a/_data")),
            new Place(StorageType.CACHE, Path.of("/docker/volumes/b/_data")));
  }

  @Test
  void findsNothingOfAContainerThatIsGone() {
    assertThat(DockerPlaces.places(new ObjectMapper().missingNode(), "/docker")).isEmpty();
  }
}
