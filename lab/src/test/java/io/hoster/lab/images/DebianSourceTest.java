package io.hoster.lab.images;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DebianSourceTest {

  @Test
  void readsAListFile() {
    String text =
        """
        # deb http://old.example/debian bookworm main
        deb [signed-by=/k.gpg arch=amd64] http://mirror.example/debian bookworm main contrib
        deb-src http://mirror.example/debian bookworm main
        deb http://mirror.example/extra bookworm contrib
        """;

    assertThat(DebianSource.parse("sources.list", text))
        .containsExactly(new DebianSource("http://mirror.example/debian", "bookworm"));
  }

  @Test
  void readsTheParagraphsOfASourcesFile() {
    String text =
        """
        Types: deb deb-src
        # a remark
        URIs: http://mirror.example/debian
        Suites: bookworm
          bookworm-updates
        Components: main
        Signed-By: /k.gpg

        Types: deb
        URIs: http://off.example/debian
        Suites: bookworm
        Components: main
        Enabled: no

        Types: deb
        URIs: http://mirror.example/security
        Suites: bookworm-security
        Components: main
        """;

    assertThat(DebianSource.parse("debian.sources", text))
        .extracting(DebianSource::line)
        .containsExactly(
            "deb http://mirror.example/debian bookworm main",
            "deb http://mirror.example/debian bookworm-updates main",
            "deb http://mirror.example/security bookworm-security main");
  }

  @Test
  void tellsTheReleaseFromOthers() {
    assertThat(new DebianSource("u", "bookworm-security").isOf("bookworm")).isTrue();
    assertThat(new DebianSource("u", "bookwormish").isOf("bookworm")).isFalse();
    assertThat(new DebianSource("u", "trixie").isOf("bookworm")).isFalse();
  }
}
