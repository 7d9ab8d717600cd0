package io.hoster.activities.docker;

import com.github.dockerjava.api.exception.NotFoundException;
import io.hoster.activities.docker.ContainerEngine.PullProgress;
import io.hoster.workflows.FailureType;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Images on one engine. */
final class DockerImages {

  private static final Logger log = LoggerFactory.getLogger(DockerImages.class);
  private static final String LATEST = "latest";

  private final DockerClients clients;
  private final Registries registries;

  DockerImages(DockerClients clients, Registries registries) {
    this.clients = clients;
    this.registries = registries;
  }

  Optional<String> id(String image) {
    return DockerFailures.calling(
        "looking for image " + image,
        () -> {
          try {
            return Optional.ofNullable(clients.quick().inspectImageCmd(image).exec().getId());
          } catch (NotFoundException e) {
            return Optional.empty();
          }
        });
  }

  /**
   * A present image under a fixed tag or digest is taken without asking its registry: the same name
   * means the same content, and no deployment waits for a registry that is away. {@code latest} is
   * asked for, and a present one taken when no registry answers.
   *
   * @throws CancellationException when {@code cancelled} said so
   */
  String pull(String image, Consumer<PullProgress> progress, BooleanSupplier cancelled) {
    Optional<String> present = id(image);
    if (present.isPresent() && isFixed(image)) {
      return present.get();
    }
    registries.requireOutside(image);
    Optional<String> error =
        DockerFailures.calling(
            "pulling image " + image,
            () -> new ImagePull(clients.streams(), tagged(image)).run(progress, cancelled));
    if (error.isEmpty()) {
      return id(image)
          .orElseThrow(() ->
              new EngineException(
                  FailureType.UNEXPECTED, "Image " + image + " went away after its pull.", null));
    }
    if (present.isPresent()) {
      log.info("Image not pulled, a present one is used: image={} reason={}", image, error.get());
      return present.get();
    }
    throw notPulled(image, error.get());
  }

  /** A customer reads the message; what the registry answered is for staff, as its cause. */
  private static EngineException notPulled(String image, String answer) {
    boolean strange = answer.contains("invalid character") || answer.contains("parsing HTTP");
    String said = strange ? "what answered is no registry." : answer;
    FailureType type = DockerFailures.ofPull(answer);
    String sentence =
        type == FailureType.IMAGE_MISSING
            ? "The image %s is not on the node, and no registry gave it.".formatted(image)
            : "The image %s was not pulled: %s".formatted(image, said);
    return new EngineException(type, sentence, new IllegalStateException(answer));
  }

  /** Whether {@code image} has a digest or another tag than latest. */
  static boolean isFixed(String image) {
    return image.contains("@") || !tagged(image).endsWith(":" + LATEST);
  }

  /** With a tag: without one the engine would pull every tag there is. */
  static String tagged(String image) {
    boolean hasTag = image.contains("@") || image.lastIndexOf(':') > image.lastIndexOf('/');
    return hasTag ? image : image + ":" + LATEST;
  }
}
