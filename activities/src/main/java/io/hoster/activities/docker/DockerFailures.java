package io.hoster.activities.docker;

import com.github.dockerjava.api.exception.DockerException;
import io.hoster.workflows.FailureType;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what an engine's answer means. Sources: the messages of moby 20.10 to 29 (daemon,
 * libnetwork, distribution), 2026-11.
 */
final class DockerFailures {

  private record Rule(String text, FailureType type) {}

  /** Some answers carry a wrong status (a port that is taken is 500, a pool overlap 403). */
  private static final List<Rule> BY_TEXT =
      List.of(
          new Rule("no space left on device", FailureType.DISK_FULL),
          new Rule("disk quota exceeded", FailureType.DISK_FULL),
          new Rule("port is already allocated", FailureType.SLOT_TAKEN),
          new Rule("address already in use", FailureType.SLOT_TAKEN),
          new Rule("ports are not available", FailureType.SLOT_TAKEN),
          new Rule("pool overlaps", FailureType.SLOT_TAKEN),
          new Rule("networks have overlapping", FailureType.SLOT_TAKEN),
          new Rule("conflicts with network", FailureType.SLOT_TAKEN),
          new Rule("is already in progress", FailureType.ENGINE_BUSY),
          new Rule("is not paused", FailureType.ENGINE_BUSY),
          new Rule("marked for removal", FailureType.ENGINE_BUSY),
          new Rule("has active endpoints", FailureType.ENGINE_BUSY),
          new Rule("volume is in use", FailureType.ENGINE_BUSY),
          new Rule("context deadline exceeded", FailureType.ENGINE_BUSY),
          new Rule("no such image", FailureType.IMAGE_MISSING),
          new Rule("toomanyrequests", FailureType.REGISTRY_UNAVAILABLE),
          new Rule("executable file not found", FailureType.INVALID_REQUEST),
          new Rule("exec format error", FailureType.INVALID_REQUEST),
          new Rule("unable to find user", FailureType.INVALID_REQUEST),
          new Rule("unable to find group", FailureType.INVALID_REQUEST),
          new Rule("no such file or directory: unknown", FailureType.INVALID_REQUEST),
          new Rule("permission denied: unknown", FailureType.INVALID_REQUEST));

  /** What a registry answers when it has no such image, or none for us. */
  private static final List<String> NOT_IN_REGISTRY =
      List.of(
          "manifest unknown",
          "not found",
          "pull access denied",
          "repository does not exist",
          "requested access to the resource is denied",
          "unauthorized",
          "no matching manifest",
          "invalid reference format");

  /** What the engine says when no registry answered at all. */
  private static final List<String> NO_ANSWER =
      List.of(
          "connection refused",
          "no such host",
          "server misbehaving",
          "network is unreachable",
          "no route to host",
          "i/o timeout",
          "awaiting headers",
          "waiting for connection",
          "handshake timeout",
          "temporary failure in name resolution",
          "connection reset",
          "proxyconnect");

  private static final Pattern MESSAGE =
      Pattern.compile("\\{\"message\":\"(.*)\"}", Pattern.DOTALL);
  private static final Pattern STATUS = Pattern.compile("^Status \\d+: ");

  private DockerFailures() {}

  /** What an answer of the engine with {@code status} and {@code message} means. */
  static FailureType of(int status, String message) {
    String text = message.toLowerCase(Locale.ROOT);
    for (Rule rule : BY_TEXT) {
      if (text.contains(rule.text())) {
        return rule.type();
      }
    }
    return switch (status) {
      case 400, 404, 405, 406 -> FailureType.INVALID_REQUEST;
      case 409 -> FailureType.CONFLICT;
      case 429 -> FailureType.REGISTRY_UNAVAILABLE;
      case 502, 503, 504 -> FailureType.ENGINE_UNAVAILABLE;
      default -> FailureType.UNEXPECTED;
    };
  }

  /**
   * What an error in a pull means when no image of that name is present: no registry that answers
   * and no image is the same to a customer as a registry without the image; one that answered and
   * then failed is worth another try.
   */
  static FailureType ofPull(String message) {
    FailureType type = of(0, message);
    if (type == FailureType.DISK_FULL || type == FailureType.REGISTRY_UNAVAILABLE) {
      return type;
    }
    String text = message.toLowerCase(Locale.ROOT);
    boolean missing =
        NOT_IN_REGISTRY.stream().anyMatch(text::contains)
            || NO_ANSWER.stream().anyMatch(text::contains);
    return missing ? FailureType.IMAGE_MISSING : FailureType.REGISTRY_UNAVAILABLE;
  }

  /** Runs {@code call} and turns what it throws into an {@link EngineException}. */
  static <T extends @Nullable Object> T calling(String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (EngineException | CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw of(what, e);
    }
  }

  /** The failure of {@code what}, such as {@code "creating container x"}. */
  static EngineException of(String what, Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof DockerException answer) {
        String message = message(answer);
        return new EngineException(
            of(answer.getHttpStatus(), message),
            "The engine refused %s: %d %s".formatted(what, answer.getHttpStatus(), message),
            null); // the cause would carry the request's text, thus an environment
      }
      if (isConnection(t)) {
        return new EngineException(
            FailureType.ENGINE_UNAVAILABLE,
            "The engine did not answer while %s: %s".formatted(what, t.getMessage()),
            thrown);
      }
    }
    return new EngineException(
        FailureType.UNEXPECTED, "Failed %s: %s".formatted(what, thrown.getMessage()), thrown);
  }

  private static boolean isConnection(Throwable thrown) {
    return thrown instanceof IOException
        || thrown
            .getClass()
            .getSimpleName()
            .equals("LastErrorException"); // the transport's, shaded
  }

  /** The sentence in the engine's JSON answer. */
  static String message(DockerException answer) {
    String text = STATUS.matcher(String.valueOf(answer.getMessage())).replaceFirst("").strip();
    Matcher matcher = MESSAGE.matcher(text);
    return matcher.find() ? matcher.group(1).replace("\\\"", "\"").replace("\\n", " ") : text;
  }
}
