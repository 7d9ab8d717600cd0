package io.hoster.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code docker-compose.yml} promises of the production installation, whoever changes it. */
class ComposeFileTest {

  private static final Path REPOSITORY = Path.of("..");
  private static final String ENGINE = "docker.sock";

  private static JsonNode file;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in = Files.newInputStream(REPOSITORY.resolve("docker-compose.yml"))) {
      Object parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      file = JsonMapper.shared().valueToTree(parsed);
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void publishesNothingButTheWeb(String service) {
    assertThat(words(service(service).path("ports"))).isSubsetOf("80:80", "443:443");
  }

  @ParameterizedTest
  @MethodSource("services")
  void isCheckedOrAwaitedToItsEnd(String service) {
    if (service(service).path("restart").asString().equals("no")) {
      assertThat(services())
          .as("who waits for the end of " + service)
          .anyMatch(other ->
              service(other)
                  .at("/depends_on/" + service + "/condition")
                  .asString("")
                  .equals("service_completed_successfully"));
    } else {
      List<String> check = words(service(service).at("/healthcheck/test"));
      assertThat(check).hasSizeGreaterThan(1);
      assertThat(check.getFirst()).isIn("CMD", "CMD-SHELL");
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void holdsNoSecretInItsEnvironment(String service) {
    service(service)
        .path("environment")
        .properties()
        .forEach(setting -> {
          String value = setting.getValue().asString();
          if (setting.getKey().matches(".*(PASSWORD|PWD|SECRET|TOKEN|KEY|CREDENTIAL).*")) {
            assertThat(value).as(setting.getKey()).startsWith("/run/secrets/");
          }
          assertThat(value.replaceAll("password=\\$\\$\\{[a-z.-]+}", ""))
              .as(setting.getKey())
              .doesNotContainIgnoringCase("password=")
              .doesNotContainPattern("://[^/@]*:[^/@]*@");
        });
  }

  @ParameterizedTest
  @MethodSource("services")
  void mountsNamedVolumesAndFilesOfTheRepository(String service) {
    for (String mount : mounts(service).toList()) {
      String source = mount.substring(0, mount.indexOf(':'));
      if (source.startsWith("./")) {
        assertThat(REPOSITORY.resolve(source)).exists();
        assertThat(mount).endsWith(":ro");
      } else if (!service.equals("worker")) {
        assertThat(file.path("volumes").propertyNames()).contains(source);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void namesItsImageWithAVersion(String service) {
    assertThat(service(service).path("image").asString())
        .matches("[a-z/-]+:(\\d[\\w.-]*|\\$\\{[A-Z_]+:-\\d[\\w.-]*})");
  }

  @Test
  void runsTheVersionOfItsOwnCheckout() throws IOException {
    Matcher version =
        Pattern.compile("<artifactId>hoster</artifactId>\\s*<version>([^<]+)</version>")
            .matcher(Files.readString(REPOSITORY.resolve("pom.xml")));
    assertThat(version.find()).isTrue();
    assertThat(service("worker").path("image").asString())
        .isEqualTo("hoster/hoster:${HOSTER_VERSION:-" + version.group(1) + "}");
  }

  @Test
  void letsOnlyTheWorkerUseTheEngine() {
    assertThat(services().filter(service -> mounts(service).anyMatch(m -> m.contains(ENGINE))))
        .containsExactly("worker");
  }

  @Test
  void keepsEverySecretInAFile() {
    Set<String> used = new TreeSet<>();
    services()
        .flatMap(service -> service(service).path("secrets").valueStream())
        .map(secret -> secret.isObject() ? secret.path("source").asString() : secret.asString())
        .forEach(used::add);
    assertThat(file.path("secrets").propertyNames()).containsExactlyInAnyOrderElementsOf(used);
    file.path("secrets")
        .properties()
        .forEach(secret ->
            assertThat(secret.getValue().path("file").asString())
                .isEqualTo("${HOSTER_SECRETS:-./secrets}/" + secret.getKey()));
  }

  @Test
  void runsEachRoleApart() {
    assertThat(List.of("web-1", "web-2", "worker", "edge"))
        .extracting(service -> service(service).at("/environment/HOSTER_ROLES").asString())
        .containsExactly("web", "web", "worker", "edge");
  }

  @Test
  void tellsTheEdgeWhereTheOthersAre() {
    Map<String, String> at =
        Map.of("web-1", address("web-1") + ":8081", "web-2", address("web-2") + ":8081");
    assertThat(service("edge").at("/environment/HOSTER_APP_UPSTREAMS").asString().split(","))
        .containsExactlyInAnyOrderElementsOf(at.values());
    assertThat(service("edge").at("/environment/HOSTER_TEMPORAL_UI_HOST").asString())
        .isEqualTo(address("temporal-ui"));
    assertThat(service("edge").at("/environment/HOSTER_DATABASE_URL").asString())
        .contains(address("postgres") + ":5432");
  }

  private static String address(String service) {
    return service(service).at("/networks/hoster/ipv4_address").asString();
  }

  static Stream<String> services() {
    return file.path("services").propertyNames().stream();
  }

  private static JsonNode service(String name) {
    return file.path("services").path(name);
  }

  private static Stream<String> mounts(String service) {
    return words(service(service).path("volumes")).stream();
  }

  private static List<String> words(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
