package io.hoster.activities.docker;

import com.github.dockerjava.api.DockerClient;
import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.deployment.ServicePlan.FileSpec;
import io.hoster.workflows.deployment.ServicePlan.MountSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Puts a plan's files into a container that was made and has not run yet. Doing it again gives the
 * same files.
 */
final class ContainerFiles {

  private static final String ROOT = "/";

  private final DockerClient docker;

  ContainerFiles(DockerClient docker) {
    this.docker = docker;
  }

  /**
   * The folders that need a volume of their own, which the engine makes and removes with the
   * container: it puts nothing into a root file system that is read-only, nor into memory before
   * the start.
   */
  static SortedSet<String> folders(ServicePlan service) {
    SortedSet<String> folders = new TreeSet<>();
    for (FileSpec file : service.files()) {
      if (service.readOnly() || service.volumes().stream().anyMatch(m -> isOver(m, file))) {
        folders.add(file.folder());
      }
    }
    return folders;
  }

  private static boolean isOver(MountSpec mount, FileSpec file) {
    return mount.volume() == null && file.target().startsWith(mount.target() + "/");
  }

  void put(String container, ServicePlan service) {
    SortedSet<String> folders = folders(service);
    SortedMap<String, List<FileSpec>> archives = new TreeMap<>();
    for (FileSpec file : service.files()) {
      String folder = folders.contains(file.folder()) ? file.folder() : ROOT;
      archives.computeIfAbsent(folder, f -> new ArrayList<>()).add(file);
    }
    archives.forEach((folder, files) ->
        docker
            .copyArchiveToContainerCmd(container)
            .withRemotePath(folder)
            .withTarInputStream(new ByteArrayInputStream(archive(folder, files)))
            .exec());
  }

  private static byte[] archive(String folder, List<FileSpec> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (FileSpec file : files) {
        byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
        String name = file.target().substring(folder.equals(ROOT) ? 1 : folder.length() + 1);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        entry.setMode(file.mode());
        entry.setIds(file.uid(), file.gid());
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }
}
