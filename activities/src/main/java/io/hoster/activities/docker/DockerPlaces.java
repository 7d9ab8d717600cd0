package io.hoster.activities.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.hoster.activities.docker.ContainerEngine.Place;
import io.hoster.workflows.metering.StorageType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where on the engine's machine containers' data lies, as their inspection says. docker-java does
 * not tell a container's upper layer; hence the plain request.
 */
final class DockerPlaces {

  private static final ObjectMapper MAPPER = DockerClientConfig.getDefaultObjectMapper();

  /** Stands between what the platform puts before a volume's name and that name. */
  private static final String VOLUME = "-vol-";

  private final DockerHttpClient http;

  DockerPlaces(DockerHttpClient http) {
    this.http = http;
  }

  /** Each place once, though several services may share a volume. */
  List<Place> of(List<String> ids, String root) {
    Map<Path, Place> byPath = new LinkedHashMap<>();
    for (String id : ids) {
      for (Place place : places(inspection(id), root)) {
        byPath.merge(
            place.path(),
            place,
            (first, more) -> first.type() == StorageType.STATIC ? more : first);
      }
    }
    return List.copyOf(byPath.values());
  }

  /** A missing node for a container that is gone. */
  private JsonNode inspection(String id) {
    Request request =
        Request.builder().method(Request.Method.GET).path("/containers/" + id + "/json").build();
    try (Response response = http.execute(request)) {
      return response.getStatusCode() == 200
          ? MAPPER.readTree(response.getBody())
          : MAPPER.missingNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Place> places(JsonNode found, String root) {
    List<Place> places = new ArrayList<>();
    add(places, StorageType.CODE, found.at("/GraphDriver/Data/UpperDir").asText());
    add(places, StorageType.LOGS, found.at("/LogPath").asText());
    if (found.hasNonNull("Id")) { // the local driver, which does not say its path
      Path logs = Path.of(root, "containers", found.get("Id").asText(), "local-logs");
      places.add(new Place(StorageType.LOGS, logs));
    }
    String image = found.at("/Config/Image").asText();
    for (JsonNode mount : found.path("Mounts")) {
      if (mount.path("Type").asText().equals("volume")) {
        StorageType type = StorageType.ofVolume(name(mount.path("Name").asText()), image);
        add(places, type, mount.path("Source").asText());
      }
    }
    return places;
  }

  /** As the compose file calls it: its own word says what it is for. */
  private static String name(String volume) {
    int own = volume.indexOf(VOLUME);
    return own < 0 ? volume : volume.substring(own + VOLUME.length());
  }

  private static void add(List<Place> places, StorageType type, String path) {
    if (!path.isEmpty()) {
      places.add(new Place(type, Path.of(path)));
    }
  }
}
