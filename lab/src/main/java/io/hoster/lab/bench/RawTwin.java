package io.hoster.lab.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same container as the product made, through the raw Docker API: what the engine says about
 * the product's one is sent back to it word by word, but for name, network and port.
 */
final class RawTwin implements AutoCloseable {

  /** After those that the measured installation gives to apps. */
  private static final int FIRST_PORT = 18_000;

  private final SocketApi docker;
  private final String name;
  private final Pattern pattern;
  private final String subnet;
  private final int port;

  private RawTwin(Pattern pattern, String name, String subnet, int port) {
    this.docker = pattern.docker();
    this.pattern = pattern;
    this.name = name;
    this.subnet = subnet;
    this.port = port;
  }

  /** What a product's container and its network are made of. */
  record Pattern(SocketApi docker, JsonNode container, JsonNode network) {

    /** Of the one container of {@code deployment}. */
    static Pattern of(SocketApi docker, String deployment) {
      JsonNode filters =
          JsonNodeFactory.instance
              .objectNode()
              .set(
                  "label",
                  JsonNodeFactory.instance.arrayNode().add("io.hoster.deployment=" + deployment));
      String query =
          java.net.URLEncoder.encode(filters.toString(), java.nio.charset.StandardCharsets.UTF_8);
      String id =
          docker.get("/containers/json?all=true&filters=" + query).get(0).get("Id").asString();
      JsonNode container = docker.get("/containers/" + id + "/json");
      String network = container.at("/HostConfig/NetworkMode").asString();
      return new Pattern(docker, container, docker.get("/networks/" + network));
    }

    /** Number {@code number}, up to 1,000, has a subnet of its own at the end of the range. */
    RawTwin twin(int number) {
      String subnet = "10.207.%d.%d/27".formatted(128 + number / 8, number % 8 * 32);
      return new RawTwin(this, "hoster-bench-" + number, subnet, freePort(number));
    }

    /** A network like it, for another {@code deployment}. */
    ObjectNode networkWish(String deployment, String name, String subnet) {
      JsonNodeFactory json = JsonNodeFactory.instance;
      ObjectNode labels = ((ObjectNode) network.get("Labels")).deepCopy();
      ObjectNode wish = json.objectNode().put("Name", name).put("Driver", "bridge");
      wish.put("CheckDuplicate", true);
      wish.set("Labels", labels.put("io.hoster.deployment", deployment));
      ObjectNode addresses = json.objectNode().put("Driver", "default");
      addresses.set("Config", json.arrayNode().add(json.objectNode().put("Subnet", subnet)));
      wish.set("IPAM", addresses);
      return wish;
    }

    /** A container like it, for another {@code deployment}. */
    ObjectNode containerWish(String deployment, String network, int port) {
      ObjectNode wish = ((ObjectNode) container.get("Config")).deepCopy();
      wish.remove(List.of("Hostname", "Domainname"));
      ((ObjectNode) wish.get("Labels")).put("io.hoster.deployment", deployment);
      ObjectNode host = ((ObjectNode) container.get("HostConfig")).deepCopy();
      host.put("NetworkMode", network);
      host.get("PortBindings")
          .forEach(
              bindings -> ((ObjectNode) bindings.get(0)).put("HostPort", Integer.toString(port)));
      wish.set("HostConfig", host);
      return wish;
    }
  }

  /** Creates network and container and starts it. */
  RawTwin start() {
    docker.post("/networks/create", pattern.networkWish(name, name, subnet));
    docker.post("/containers/create?name=" + name, pattern.containerWish(name, name, port));
    docker.post("/containers/" + name + "/start");
    return this;
  }

  /** The quickest sign that it works: its published port answers 200. */
  void untilAnswers(Duration look) {
    Patience.untilAnswers(port, "localhost", look);
  }

  /** Docker's own health check says so. */
  void untilHealthy() {
    Patience.until(name + " is healthy", Patience.LOOK, this::isHealthy);
  }

  private boolean isHealthy() {
    return docker
        .get("/containers/" + name + "/json")
        .at("/State/Health/Status")
        .asString("")
        .equals("healthy");
  }

  @Override
  public void close() {
    docker.delete("/containers/" + name + "?force=true&v=true");
    docker.delete("/networks/" + name);
  }

  /** Below those that the kernel gives to outgoing connections: a free one of them may be gone. */
  private static int freePort(int number) {
    int port = FIRST_PORT + number;
    while (!isFree(port)) {
      port += 1_000;
    }
    return port;
  }

  private static boolean isFree(int port) {
    try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
