package io.hoster.activities.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskUseTest {

  @TempDir private Path folder;

  @Test
  void sumsFilesOfAllFoldersBelow() throws IOException {
    Path deep = Files.createDirectories(folder.resolve("a/b/c"));
    Files.write(deep.resolve("x"), new byte[700]);
    Files.write(folder.resolve("y"), new byte[30]);
    assertThat(DiskUse.of(folder)).isEqualTo(new DiskUse(730, 2));
  }

  @Test
  void followsNoLinkOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
    Files.write(elsewhere.resolve("secret"), new byte[9_000]);
    Files.createSymbolicLink(folder.resolve("folder"), elsewhere);
    Files.createSymbolicLink(folder.resolve("file"), elsewhere.resolve("secret"));
    Files.createSymbolicLink(folder.resolve("round"), folder);
    assertThat(DiskUse.of(folder)).isEqualTo(new DiskUse(0, 3));
  }

  @Test
  void measuresASingleFileAndNothingWhereNothingIs() throws IOException {
    Path file = Files.write(folder.resolve("container.log"), new byte[12]);
    assertThat(DiskUse.of(file)).isEqualTo(new DiskUse(12, 1));
    assertThat(DiskUse.of(folder.resolve("gone"))).isEqualTo(DiskUse.NOTHING);
  }
}
