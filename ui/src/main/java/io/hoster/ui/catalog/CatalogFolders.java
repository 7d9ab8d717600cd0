package io.hoster.ui.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the catalog's folders: those in the artefact, and those of an extra folder. */
final class CatalogFolders {

  private static final Logger log = LoggerFactory.getLogger(CatalogFolders.class);
  private static final Pattern FOLDER = Pattern.compile("([^/\\\\]+)[/\\\\]template\\.yaml$");

  private final PathMatchingResourcePatternResolver files =
      new PathMatchingResourcePatternResolver();
  private final List<String> places;

  /**
   * @param extra a folder of folders; null: none
   */
  CatalogFolders(@Nullable Path extra) {
    this.places =
        extra == null
            ? List.of("classpath*:catalog/")
            : List.of("classpath*:catalog/", "file:" + extra.toAbsolutePath() + "/");
  }

  /** All entries that can be read; one that cannot is told in the log. */
  List<CatalogEntry> read() {
    List<CatalogEntry> entries = new ArrayList<>();
    for (String place : places) {
      for (Resource template : templates(place)) {
        try {
          entries.add(entry(template));
        } catch (IOException e) {
          log.error("Catalog entry cannot be read: file={} reason={}", template, e.getMessage());
        }
      }
    }
    return entries;
  }

  private List<Resource> templates(String place) {
    try {
      return List.of(files.getResources(place + "*/template.yaml"));
    } catch (IOException e) {
      log.error("Catalog cannot be read: place={} reason={}", place, e.getMessage());
      return List.of();
    }
  }

  private static CatalogEntry entry(Resource template) throws IOException {
    Matcher folder = FOLDER.matcher(template.getURL().getPath());
    if (!folder.find()) {
      throw new IOException("the folder has no name");
    }
    List<String> texts = new ArrayList<>();
    for (String file : CatalogEntry.FILES) {
      texts.add(template.createRelative(file).getContentAsString(StandardCharsets.UTF_8));
    }
    return new CatalogEntry(
        folder.group(1), texts.get(0), texts.get(1), texts.get(2), texts.get(3));
  }
}
