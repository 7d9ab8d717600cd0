package io.hoster.activities.docker;

import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.deployment.ServicePlan.OpenFiles;
import io.hoster.workflows.deployment.ServicePlan.Wishes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 over everything that decides what a container is. Each field is preceded by its
 * length, so that no two requests read the same. The order of the fields is part of {@link #FORM}:
 * a change of either makes every container be replaced at its next deploy.
 */
final class SpecHash {

  private static final long FORM = 1;

  private final SpecKey key;

  SpecHash(SpecKey key) {
    this.key = key;
  }

  String of(ContainerSpec spec) {
    Fields fields = new Fields(key);
    fields.number(FORM);
    fields.text(spec.name());
    fields.text(spec.deployment().value());
    fields.text(spec.tenant());
    fields.text(spec.network());
    fields.text(spec.runtime());
    fields.map(spec.volumes());
    fields.list(
        spec.published(),
        p -> {
          fields.number(p.nodePort());
          fields.number(p.containerPort());
          fields.text(p.protocol());
        });
    fields.number(spec.runsOnce() ? 1 : 0);
    fields.number(spec.limits().nanoCpus());
    fields.number(spec.limits().memoryBytes());
    fields.number(spec.limits().pids());
    service(spec.service(), fields);
    return fields.hash();
  }

  private static void service(ServicePlan service, Fields fields) {
    fields.text(service.name());
    fields.text(service.image());
    fields.texts(service.command());
    fields.texts(service.entrypoint());
    fields.map(service.environment());
    fields.list(
        service.ports(),
        p -> {
          fields.number(p.containerPort());
          fields.text(p.protocol());
        });
    fields.list(
        service.volumes(),
        v -> {
          fields.text(v.volume());
          fields.text(v.target());
          fields.number(v.readOnly() ? 1 : 0);
          fields.number(v.sizeBytes());
        });
    fields.texts(service.networks());
    fields.texts(service.aliases());
    health(service.healthcheck(), fields);
    fields.number(service.nanoCpus());
    fields.number(service.memoryBytes());
    fields.number(service.pidsLimit());
    fields.number(service.readOnly() ? 1 : 0);
    fields.text(service.user());
    fields.text(service.workingDir());
    fields.number(service.init() ? 1 : 0);
    fields.text(service.stopSignal());
    fields.number(service.stopGraceSeconds());
    later(service, fields);
  }

  /** What plans say since later; it counts where it is said, so that older containers stay. */
  private static void later(ServicePlan service, Fields fields) {
    if (!service.files().isEmpty()) {
      fields.text("files");
      fields.list(
          service.files(),
          f -> {
            fields.text(f.target());
            fields.text(f.content());
            fields.number(f.mode());
            fields.number(f.uid());
            fields.number(f.gid());
          });
    }
    if (!service.wishes().equals(Wishes.NONE)) {
      fields.text("wishes");
      wishes(service.wishes(), fields);
    }
    for (ServicePlan.MountSpec mount : service.volumes()) {
      if (mount.noCopy()) {
        fields.text("empty");
        fields.text(mount.target());
      }
    }
  }

  private static void wishes(Wishes wishes, Fields fields) {
    OpenFiles files = wishes.openFiles();
    fields.number(wishes.shmBytes());
    fields.number(files == null ? -1 : files.soft());
    fields.number(files == null ? -1 : files.hard());
    fields.number(wishes.tty() ? 1 : 0);
    fields.number(wishes.stdinOpen() ? 1 : 0);
    fields.text(wishes.platform());
  }

  private static void health(ServicePlan.@Nullable HealthCheckSpec check, Fields fields) {
    if (check == null) {
      fields.text(null);
      return;
    }
    fields.texts(check.test());
    fields.number(check.intervalMillis());
    fields.number(check.timeoutMillis());
    fields.number(check.startPeriodMillis());
    fields.number(check.startIntervalMillis());
    fields.number(check.retries());
  }

  /** Writes fields into a MAC. */
  private static final class Fields {

    private final Mac mac;

    Fields(SpecKey key) {
      try {
        mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java has HmacSHA256", e);
      }
    }

    void number(long value) {
      mac.update(ByteBuffer.allocate(Long.BYTES).putLong(0, value));
    }

    void text(@Nullable String value) {
      if (value == null) {
        number(-1);
        return;
      }
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      number(bytes.length);
      mac.update(bytes);
    }

    void texts(@Nullable List<String> values) {
      if (values == null) {
        number(-1);
        return;
      }
      list(values, this::text);
    }

    <T> void list(List<T> values, Consumer<T> each) {
      number(values.size());
      values.forEach(each);
    }

    void map(SortedMap<String, String> values) {
      number(values.size());
      values.forEach((name, value) -> {
        text(name);
        text(value);
      });
    }

    String hash() {
      return HexFormat.of().formatHex(mac.doFinal());
    }
  }
}
