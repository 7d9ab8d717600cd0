package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the platform decides differently is told with its place. */
class NoticesTest {

  private static List<String> notices(String text) {
    return ComposeCompiler.compile(text, List.of(), new TreeMap<>()).notices().stream()
        .map(n -> n.line() + ":" + n.column() + " " + n.path() + " " + n.message())
        .toList();
  }

  @Test
  void aFileThatSaysNothingElseHasNone() {
    assertThat(
            notices(
                Compiling.service(
                    """
                    command: serve
                    environment: {A: b}
                    ports: ["80", "53/udp", {target: 90}]
                    mem_limit: 64m
                    """)))
        .isEmpty();
  }

  @Test
  void aPlanComesWithThem() {
    assertThat(
            notices(
                "version: '3'\n"
                    + Compiling.service(
                        """
                        container_name: shop
                        ports:
                          - 8080:80
                          - {target: 90, published: 91}
                        restart: always
                        """)))
        .containsExactly(
            "1:1 /version \"version\" is from older formats and says nothing any more.",
            "5:5 /services/web/container_name \"container_name\" is given by the platform.",
            "7:9 /services/web/ports/0 \"8080:80\" publishes the container's port; the platform gives the node's"
                + " port.",
            "8:22 /services/web/ports/1/published \"published\" is dropped: the platform gives the port of the node.",
            "9:5 /services/web/restart \"restart\" is dropped: the platform starts again what ended by itself.");
  }

  @Test
  void findingsComeWithThemToo() {
    assertThat(notices(Compiling.service("privileged: true\nrestart: always")))
        .singleElement()
        .asString()
        .startsWith("5:5 /services/web/restart");
  }

  @Test
  void areBounded() {
    StringBuilder ports = new StringBuilder("ports:\n");
    for (int i = 1; i <= 2_000; i++) {
      ports.append("  - ").append(i).append(":80\n");
    }
    assertThat(notices(Compiling.service(ports.toString()))).hasSize(Findings.MOST);
  }
}
