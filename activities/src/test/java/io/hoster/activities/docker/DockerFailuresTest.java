package io.hoster.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.DockerException;
import io.hoster.workflows.FailureType;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerFailuresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          500 | driver failed programming external connectivity on endpoint x: Bind for 127.0.0.1:80 failed: port is already allocated | SLOT_TAKEN
          500 | listen tcp4 127.0.0.1:30000: bind: address already in use | SLOT_TAKEN
          403 | Pool overlaps with other one on this address space | SLOT_TAKEN
          403 | cannot create network x: conflicts with network y: networks have overlapping IPv4 | SLOT_TAKEN
          500 | write /var/lib/docker/x: no space left on device | DISK_FULL
          409 | removal of container x is already in progress | ENGINE_BUSY
          409 | cannot start container x: container is marked for removal and cannot be started | ENGINE_BUSY
          403 | error while removing network: network x id y has active endpoints | ENGINE_BUSY
          409 | remove x: volume is in use - [y] | ENGINE_BUSY
          409 | Conflict. The container name "/x" is already in use by container "y" | CONFLICT
          404 | No such image: x:1 | IMAGE_MISSING
          404 | network x not found | INVALID_REQUEST
          400 | OCI runtime create failed: exec: "x": executable file not found in $PATH: unknown | INVALID_REQUEST
          400 | invalid mount config | INVALID_REQUEST
          503 | the daemon is going down | ENGINE_UNAVAILABLE
          500 | something else | UNEXPECTED
          """)
  void anAnswerMeans(int status, String message, FailureType expected) {
    assertThat(DockerFailures.of(status, message)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Get "https://r.example/v2/": dial tcp 127.0.0.1:443: connect: connection refused | IMAGE_MISSING
          Get "https://r.example/v2/": dial tcp: lookup r.example: no such host | IMAGE_MISSING
          Get "https://r.example/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers) | IMAGE_MISSING
          manifest for r.example/x:1 not found: manifest unknown | IMAGE_MISSING
          pull access denied for x, repository does not exist or may require 'docker login' | IMAGE_MISSING
          toomanyrequests: You have reached your pull rate limit | REGISTRY_UNAVAILABLE
          received unexpected HTTP status: 502 Bad Gateway | REGISTRY_UNAVAILABLE
          the registry sent nothing for 60 s | REGISTRY_UNAVAILABLE
          failed to register layer: write /x: no space left on device | DISK_FULL
          """)
  void anErrorInAPullMeans(String message, FailureType expected) {
    assertThat(DockerFailures.ofPull(message)).isEqualTo(expected);
  }

  @Test
  void theMessageIsTheEnginesSentenceWithoutTheRequest() {
    EngineException failure =
        DockerFailures.of(
            "creating container x",
            new RuntimeException(
                "outer",
                new DockerException("Status 409: {\"message\":\"a \\\"b\\\" c\"}\n", 409)));
    assertThat(failure)
        .hasMessage("The engine refused creating container x: 409 a \"b\" c")
        .hasNoCause();
    assertThat(failure.type()).isEqualTo(FailureType.CONFLICT);
  }

  @Test
  void anEngineThatDoesNotAnswerIsUnavailable() {
    assertThat(
            DockerFailures.of("x", new RuntimeException(new SocketTimeoutException("30 s"))).type())
        .isEqualTo(FailureType.ENGINE_UNAVAILABLE);
    assertThat(DockerFailures.of("x", new RuntimeException(new IOException("refused"))).type())
        .isEqualTo(FailureType.ENGINE_UNAVAILABLE);
  }

  @Test
  void whatNobodyForesawIsUnexpected() {
    assertThat(DockerFailures.of("x", new IllegalStateException("odd")).type())
        .isEqualTo(FailureType.UNEXPECTED);
  }
}
