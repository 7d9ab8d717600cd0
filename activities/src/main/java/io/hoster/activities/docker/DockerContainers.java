package io.hoster.activities.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Info;
import io.hoster.activities.docker.ContainerEngine.ContainerFacts;
import io.hoster.activities.docker.ContainerEngine.Inventory.Resting;
import io.hoster.workflows.FailureType;
import io.hoster.workflows.deployment.DeploymentId;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The containers of this installation on one engine; those of others are never touched. */
final class DockerContainers {

  private static final Logger log = LoggerFactory.getLogger(DockerContainers.class);

  /** A name that is taken belongs to somebody who is at work right now and soon done. */
  private static final int LOOKS = 40;

  /**
   * The engine keeps a name from the beginning of a create, and shows the container at its end: on
   * a busy disk that takes a second.
   */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private static final Set<String> GOING = Set.of("removing", "dead");

  private final DockerClients clients;
  private final Labels labels;
  private final SpecHash hashes;
  private final HealthChecks checks;
  private final ContainerFiles files;
  private volatile @Nullable Machine machine;

  /** What an engine's machine is, as long as the engine lives. */
  private record Machine(int cpus, String platform) {}

  DockerContainers(DockerClients clients, Labels labels, SpecHash hashes, Clock clock) {
    this.clients = clients;
    this.labels = labels;
    this.hashes = hashes;
    this.checks = new HealthChecks(clients.quick(), clock);
    this.files = new ContainerFiles(clients.patient());
  }

  ContainerFacts ensure(ContainerSpec spec) {
    String what = "creating container " + spec.name();
    return DockerFailures.calling(what, () -> ensure(spec, what));
  }

  private ContainerFacts ensure(ContainerSpec spec, String what) {
    Map<String, String> wanted = labels.container(spec, hashes.of(spec));
    for (int look = 0; look < LOOKS; look++) {
      Optional<InspectContainerResponse> found = find(spec.name());
      if (found.isPresent() && isAdopted(found.get(), spec, wanted)) {
        ContainerFacts facts = Facts.of(found.get());
        if (facts.state().equals("created")) {
          files.put(facts.id(), spec.service()); // whoever made it may have come to no more
        }
        return facts;
      }
      found.ifPresent(old -> replace(old, spec));
      Optional<ContainerFacts> made = create(spec, wanted);
      if (made.isPresent()) {
        return made.get();
      }
      pause();
    }
    throw new EngineException(
        FailureType.ENGINE_BUSY, "Somebody else is " + what + " at the same time.", null);
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("creating a container was interrupted");
    }
  }

  private boolean isAdopted(
      InspectContainerResponse found, ContainerSpec spec, Map<String, String> wanted) {
    Map<String, String> given = Facts.labels(found);
    if (!labels.isOf(given, spec.deployment())
        || !spec.service().name().equals(given.get(Labels.SERVICE))) {
      throw new EngineException(
          FailureType.CONFLICT,
          "A container named %s exists that does not belong to this service. Rename or remove it."
              .formatted(spec.name()),
          null);
    }
    return given.entrySet().containsAll(wanted.entrySet())
        && !GOING.contains(Facts.of(found).state())
        && IsolationGuard.made(found, spec).isEmpty();
  }

  private void replace(InspectContainerResponse old, ContainerSpec spec) {
    stopById(old.getId(), spec.service().stopGraceSeconds());
    removeById(old.getId());
    log.info("Container replaced: name={} generation={}", spec.name(), spec.generation());
  }

  /** Empty: somebody took the name meanwhile. */
  private Optional<ContainerFacts> create(ContainerSpec spec, Map<String, String> wanted) {
    refuseOtherPlatform(spec);
    CreateContainerCmd request =
        ContainerSpecs.fill(
            clients.quick().createContainerCmd(spec.service().image()), spec, wanted, cpus());
    refuse(IsolationGuard.request(request, spec), spec);
    String id;
    try {
      id = request.exec().getId();
    } catch (ConflictException e) {
      if (DockerFailures.message(e).contains("is already in use by container")) {
        return Optional.empty();
      }
      throw e;
    }
    InspectContainerResponse made = clients.quick().inspectContainerCmd(id).exec();
    List<String> violations = IsolationGuard.made(made, spec);
    if (!violations.isEmpty()) {
      removeById(id);
    }
    refuse(violations, spec);
    files.put(id, spec.service());
    return Optional.of(Facts.of(made));
  }

  private void refuseOtherPlatform(ContainerSpec spec) {
    String wanted = spec.service().wishes().platform();
    if (wanted != null && !wanted.equals(machine().platform())) {
      throw new EngineException(
          FailureType.INVALID_REQUEST,
          "Service %s wants %s and the node is %s. Choose another node, or leave platform out."
              .formatted(spec.service().name(), wanted, machine().platform()),
          null);
    }
  }

  private static void refuse(List<String> violations, ContainerSpec spec) {
    if (!violations.isEmpty()) {
      throw new EngineException(
          FailureType.ISOLATION,
          "Container %s was refused: %s.".formatted(spec.name(), String.join(", ", violations)),
          null);
    }
  }

  int cpus() {
    return machine().cpus();
  }

  private Machine machine() {
    Machine known = machine;
    if (known == null) {
      Info info = clients.quick().infoCmd().exec();
      Integer count = info.getNCPU();
      known = new Machine(count == null ? 1 : count, platform(info.getArchitecture()));
      machine = known;
    }
    return known;
  }

  /** The kernel's name for an architecture is another than an image's. */
  private static String platform(@Nullable String architecture) {
    return switch (architecture) {
      case "x86_64" -> "linux/amd64";
      case "aarch64" -> "linux/arm64";
      case null, default -> "linux/" + architecture;
    };
  }

  void start(String name) {
    String what = "starting container " + name;
    DockerFailures.calling(
        what,
        () -> {
          InspectContainerResponse found =
              findOurs(name)
                  .orElseThrow(() ->
                      new EngineException(
                          FailureType.INVALID_REQUEST,
                          "Container %s is gone. Deploy again to make it anew.".formatted(name),
                          null));
          try {
            clients.patient().startContainerCmd(found.getId()).exec();
          } catch (NotModifiedException e) {
            log.debug("Container ran already: name={}", name);
          }
          return name;
        });
  }

  void stop(String name, int graceSeconds) {
    DockerFailures.calling(
        "stopping container " + name,
        () -> {
          findOurs(name).ifPresent(found -> stopById(found.getId(), graceSeconds));
          return name;
        });
  }

  private void stopById(String id, int graceSeconds) {
    try {
      clients.patient().stopContainerCmd(id).withTimeout(graceSeconds).exec();
    } catch (NotModifiedException | NotFoundException e) {
      log.debug("Container was stopped already: id={}", id);
    }
  }

  void remove(String name) {
    DockerFailures.calling(
        "removing container " + name,
        () -> {
          findOurs(name).ifPresent(found -> removeById(found.getId()));
          return name;
        });
  }

  /** Removes exactly this one, when it is ours; another under its name stays. */
  void removeExactly(String id) {
    DockerFailures.calling(
        "removing container " + id,
        () -> {
          findById(id)
              .filter(found -> found.getId().equals(id) && labels.isOurs(Facts.labels(found)))
              .ifPresent(found -> removeById(id));
          return id;
        });
  }

  /** Volumes that have no name go with it: nobody could ever find them again. */
  private void removeById(String id) {
    try {
      clients.patient().removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException e) {
      log.debug("Container was removed already: id={}", id);
    }
  }

  Optional<ContainerFacts> inspect(String name) {
    return DockerFailures.calling(
        "inspecting container " + name, () -> findOurs(name).map(this::read));
  }

  /** What it says is of now only if the engine still checks it. */
  private ContainerFacts read(InspectContainerResponse found) {
    checks.wake(found);
    return Facts.of(found);
  }

  List<ContainerFacts> of(DeploymentId deployment) {
    return DockerFailures.calling(
        "listing containers", () -> look(list(labels.filter(deployment)).stream()));
  }

  /** All containers: those that run or are of interest with all their facts, and the others. */
  record All(List<ContainerFacts> looked, List<Resting> resting) {}

  All all(Set<DeploymentId> closely) {
    Set<String> wanted =
        closely.stream().map(DeploymentId::value).collect(Collectors.toUnmodifiableSet());
    return DockerFailures.calling(
        "listing containers",
        () -> {
          List<Container> listed = list(labels.filter());
          Predicate<Container> isLeft =
              one -> Listed.isAtRest(one) && !wanted.contains(Listed.deployment(one));
          List<ContainerFacts> looked = look(listed.stream().filter(isLeft.negate()));
          checks.retain(looked.stream().map(ContainerFacts::id).collect(Collectors.toSet()));
          return new All(looked, listed.stream().filter(isLeft).map(Listed::resting).toList());
        });
  }

  private List<Container> list(List<String> filter) {
    return clients.quick().listContainersCmd().withShowAll(true).withLabelFilter(filter).exec();
  }

  private List<ContainerFacts> look(Stream<Container> listed) {
    return listed
        .map(Container::getId)
        .map(this::findById)
        .flatMap(Optional::stream)
        .map(this::read)
        .sorted(Comparator.comparing(ContainerFacts::name))
        .toList();
  }

  private Optional<InspectContainerResponse> findOurs(String name) {
    return find(name).filter(found -> labels.isOurs(Facts.labels(found)));
  }

  /** By its whole name: the engine would also take the beginning of an id. */
  private Optional<InspectContainerResponse> find(String name) {
    Predicate<InspectContainerResponse> isNamed = found -> Objects.equals(Facts.name(found), name);
    return findById(name).filter(isNamed);
  }

  private Optional<InspectContainerResponse> findById(String id) {
    try {
      return Optional.of(clients.quick().inspectContainerCmd(id).exec());
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }
}
