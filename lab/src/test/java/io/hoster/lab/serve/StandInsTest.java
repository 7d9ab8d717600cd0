package io.hoster.lab.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.lab.LabFailure;
import io.hoster.lab.LabSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class StandInsTest {

  @TempDir Path home;

  @Test
  void tellsWhereItsPartsAreWhileTheyRun() throws Exception {
    try (StandIns standIns = StandIns.start(settings(0))) {
      assertThat(told()).isEqualTo(standIns.addresses());
      assertThat(standIns.addresses().mail()).matches("http://127\\.0\\.0\\.1:[0-9]+");
      assertThat(standIns.addresses().smtp()).matches("smtp://127\\.0\\.0\\.1:[0-9]+");
      assertThat(status(standIns, "/control", "127.0.0.1")).contains("200");
      assertThat(status(standIns, "/mails", "localhost")).contains("200");
    }
    assertThat(file()).doesNotExist();
    try (Stream<Path> left = Files.list(home.resolve("run"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void leavesTheFileOfALabThatStartedLater() throws Exception {
    StandIns first = StandIns.start(settings(0));
    try (StandIns second = StandIns.start(settings(0))) {
      first.close();

      assertThat(told()).isEqualTo(second.addresses());
    }
  }

  @Test
  void answersOnlyUnderItsOwnName() throws Exception {
    try (StandIns standIns = StandIns.start(settings(0))) {
      assertThat(status(standIns, "/mails", "rebound.example")).contains("421");
    }
  }

  @Test
  void saysWhichPortIsTaken() {
    try (StandIns standIns = StandIns.start(settings(0))) {
      int taken = URI.create(standIns.addresses().mail()).getPort();

      assertThatThrownBy(() -> StandIns.start(settings(taken)))
          .isInstanceOf(LabFailure.class)
          .hasMessageContaining("127.0.0.1:" + taken);
    }
  }

  private LabSettings settings(int httpPort) {
    return new LabSettings(home, 8080, httpPort, 0);
  }

  private Path file() {
    return home.resolve("run").resolve("lab.json");
  }

  private Addresses told() throws IOException {
    return JsonMapper.shared().readValue(Files.readAllBytes(file()), Addresses.class);
  }

  private static String status(StandIns standIns, String path, String host) throws IOException {
    int port = URI.create(standIns.addresses().mail()).getPort();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String request =
          "GET %s HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n\r\n".formatted(path, host, port);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }
}
