package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A service's keys that hold a single value. */
final class Plain {

  private static final Pattern RESTART =
      Pattern.compile("no|always|unless-stopped|on-failure(:[0-9]{1,4})?");
  private static final Pattern HOST_NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
  private static final Pattern USER_ID = Pattern.compile("[0-9]{1,9}(:[0-9]{1,9})?");
  private static final Pattern USER_NAME =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,31}(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,31})?");
  private static final Pattern ROOT = Pattern.compile("(0+|root)(:.*)?");
  private static final List<String> SIGNALS =
      List.of("SIGTERM", "SIGINT", "SIGQUIT", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGWINCH");
  private static final List<String> CAPABILITIES =
      List.of("CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID", "NET_BIND_SERVICE", "KILL");
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final int USUAL_GRACE = 10;
  private static final int LONGEST_GRACE = 120;

  private final At service;
  private final Shapes shapes;

  Plain(At service, Shapes shapes) {
    this.service = service;
    this.shapes = shapes;
  }

  String image() {
    Optional<At> at = service.get("image");
    if (at.isEmpty()) {
      if (service.isMapping() && service.get("build").isEmpty()) {
        shapes.findings().add(service, Code.SCHEMA, "This service has no image. Name one.");
      }
      return "";
    }
    String image = shapes.text(at.get()).orElse("");
    if (!ImageReference.isValid(image)) {
      wrong(at.get(), " is no image. Write one such as nginx:1.27.");
    }
    return image;
  }

  @Nullable String user() {
    Optional<At> at = service.get("user");
    Optional<String> user = at.flatMap(shapes::text);
    if (user.filter(text -> ROOT.matcher(text).matches()).isPresent()) {
      shapes
          .findings()
          .add(
              at.get(),
              Code.NOT_ALLOWED,
              "A service cannot ask for root. Leave user out to run as the image's own user.");
    } else if (user.filter(text -> !isUser(text)).isPresent()) {
      wrong(at.get(), " is no user. Write a name or numbers such as 1000:1000.");
    }
    return user.orElse(null);
  }

  @Nullable String workingDir() {
    Optional<At> at = service.get("working_dir");
    return at.flatMap(shapes::text)
        .flatMap(text -> ContainerPath.clean(at.get(), text, shapes.findings()))
        .orElse(null);
  }

  @Nullable String stopSignal() {
    Optional<At> at = service.get("stop_signal");
    Optional<String> signal = at.flatMap(shapes::text);
    if (signal.filter(text -> !SIGNALS.contains(text)).isPresent()) {
      wrong(
          at.get(), " is no signal to stop with. Write one of " + String.join(", ", SIGNALS) + ".");
    }
    return signal.orElse(null);
  }

  /** In seconds; a part of one counts as a whole one. */
  int stopGrace() {
    Optional<At> at = service.get("stop_grace_period");
    Optional<String> text = at.flatMap(shapes::text);
    if (at.isEmpty() || text.isEmpty()) {
      return USUAL_GRACE;
    }
    switch (Durations.nanos(text.get())) {
      case Amount.Not not -> wrong(at.get(), not.why());
      case Amount.Of of -> {
        if (of.value() <= LONGEST_GRACE * NANOS_PER_SECOND) {
          return (int) Math.ceilDiv(of.value(), NANOS_PER_SECOND);
        }
        shapes
            .findings()
            .add(at.get(), Code.OVER_LIMIT, "A stop waits at most 2m. Make it shorter.");
      }
    }
    return USUAL_GRACE;
  }

  boolean flag(String key) {
    return shapes.flag(service, key);
  }

  /** What the platform decides itself: checked so that a mistake is found, then dropped. */
  void checkDropped() {
    checkForm(
        "restart",
        RESTART,
        " is no restart policy. Write \"no\", always, unless-stopped or on-failure.");
    checkForm("hostname", HOST_NAME, " is no host name. Use letters, digits and hyphens.");
    Labels.check(service, shapes);
    service.get("cap_add").ifPresent(at -> shapes.items(at).forEach(this::checkCapability));
  }

  private void checkForm(String key, Pattern form, String why) {
    Optional<At> at = service.get(key);
    if (at.flatMap(shapes::text).filter(text -> !form.matcher(text).matches()).isPresent()) {
      wrong(at.get(), why);
    }
  }

  private void checkCapability(At at) {
    Optional<String> name = shapes.text(at).map(text -> text.replaceFirst("^CAP_", ""));
    if (name.filter(text -> !CAPABILITIES.contains(text)).isPresent()) {
      shapes
          .findings()
          .add(
              at,
              Code.NOT_ALLOWED,
              at.quoted() + " would give the container more rights than it may have. Remove it.");
    }
  }

  private static boolean isUser(String text) {
    return USER_ID.matcher(text).matches() || USER_NAME.matcher(text).matches();
  }

  private void wrong(At at, String why) {
    shapes.findings().add(at, Code.INVALID_VALUE, at.quoted() + why);
  }
}
