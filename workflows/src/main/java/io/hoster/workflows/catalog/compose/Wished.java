package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import io.hoster.workflows.deployment.ServicePlan.OpenFiles;
import io.hoster.workflows.deployment.ServicePlan.Wishes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The keys that few services have: {@code shm_size}, {@code ulimits}, {@code tty}, … */
final class Wished {

  private static final Pattern PLATFORM =
      Pattern.compile("linux/(?:(amd64|x86_64)|(arm64|aarch64)(?:/v8)?)");
  private static final long MOST_OPEN_FILES = 65_536;

  private final At service;
  private final Shapes shapes;

  private Wished(At service, Shapes shapes) {
    this.service = service;
    this.shapes = shapes;
  }

  /**
   * What the service wishes.
   *
   * @param memoryBytes zero when the file does not say
   */
  static Wishes read(At service, long memoryBytes, Shapes shapes) {
    Wished wished = new Wished(service, shapes);
    Wishes wishes =
        new Wishes(
            wished.shm(memoryBytes),
            wished.openFiles(),
            shapes.flag(service, "tty"),
            shapes.flag(service, "stdin_open"),
            wished.platform());
    return wishes.equals(Wishes.NONE) ? Wishes.NONE : wishes;
  }

  private long shm(long memoryBytes) {
    Optional<At> at = service.get("shm_size");
    Optional<String> text = at.flatMap(shapes::text);
    if (text.isEmpty()) {
      return 0;
    }
    switch (Sizes.bytes(text.get())) {
      case Amount.Not not ->
          shapes.findings().add(at.get(), Code.INVALID_VALUE, at.get().quoted() + not.why());
      case Amount.Of of -> {
        if (of.value() == 0) {
          shapes
              .findings()
              .add(
                  at.get(), Code.BELOW_MINIMUM, "The shm_size is at least 1 byte. Make it larger.");
        } else if (memoryBytes > 0 && of.value() > memoryBytes / 2) {
          shapes
              .findings()
              .add(
                  at.get(),
                  Code.OVER_LIMIT,
                  "The shm_size is at most half of the memory. Make it smaller or the memory larger.");
        }
        return of.value();
      }
    }
    return 0;
  }

  private @Nullable String platform() {
    Optional<At> at = service.get("platform");
    Optional<String> text = at.flatMap(shapes::text);
    if (text.isEmpty()) {
      return null;
    }
    Matcher form = PLATFORM.matcher(text.get());
    if (!form.matches()) {
      shapes
          .findings()
          .add(
              at.get(),
              Code.INVALID_VALUE,
              at.get().quoted() + " is no platform of a node. Write linux/amd64 or linux/arm64.");
      return null;
    }
    return form.group(1) == null ? "linux/arm64" : "linux/amd64";
  }

  private @Nullable OpenFiles openFiles() {
    Optional<At> ulimits = service.get("ulimits");
    if (ulimits.isEmpty()) {
      return null;
    }
    shapes.fields(ulimits.get());
    Section.ULIMITS.check(ulimits.get(), shapes.findings());
    ulimits.get().get("core").ifPresent(this::checkCore);
    return ulimits.get().get("nofile").map(this::openFiles).orElse(null);
  }

  private void checkCore(At at) {
    if (!at.isMapping() && shapes.text(at).filter(text -> !text.equals("0")).isPresent()) {
      shapes
          .findings()
          .add(
              at, Code.NOT_ALLOWED, "No image of a crashed program is kept. Write 0 or remove it.");
    }
  }

  private OpenFiles openFiles(At at) {
    if (!at.isMapping()) {
      long both = count(at);
      return new OpenFiles(both, both);
    }
    Section.ULIMIT.check(at, shapes.findings());
    long hard = at.get("hard").map(this::count).orElse(0L);
    long soft = at.get("soft").map(this::count).orElse(hard);
    if (hard > 0 && soft > hard) {
      shapes
          .findings()
          .add(at, Code.INVALID_VALUE, "The soft limit is above the hard one. Make it smaller.");
    }
    return new OpenFiles(soft, hard == 0 ? soft : hard);
  }

  private long count(At at) {
    Optional<String> text = shapes.text(at);
    if (text.isEmpty()) {
      return 1;
    }
    switch (Numbers.whole(text.get())) {
      case Amount.Not not -> shapes.findings().add(at, Code.INVALID_VALUE, at.quoted() + not.why());
      case Amount.Of of -> {
        if (of.value() >= 1 && of.value() <= MOST_OPEN_FILES) {
          return of.value();
        }
        shapes
            .findings()
            .add(
                at,
                of.value() == 0 ? Code.BELOW_MINIMUM : Code.OVER_LIMIT,
                "A process has from 1 to 65536 open files. Change the number.");
      }
    }
    return 1;
  }
}
