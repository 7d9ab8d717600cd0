package io.hoster.ui.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An app of the catalog that runs, as its customer meets it.
 *
 * @param host its address at the edge
 * @param directAddress host and port on the node
 * @param credentials what the customer is shown, by name
 */
record Deployed(
    Edge edge, String host, String directAddress, SortedMap<String, String> credentials) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What stands under Credentials by this name. */
  String credential(String name) {
    return Objects.requireNonNull(credentials.get(name), () -> name + " is not in " + credentials);
  }

  /** The port that the customer is told. */
  int port() {
    return Integer.parseInt(credential("Port"));
  }

  Edge.Page get(String path, String... headers) {
    return edge.ask(host, "GET", path, "", headers);
  }

  Edge.Page postForm(String path, String form, String... headers) {
    return edge.ask(
        host, "POST", path, form, and(headers, "Content-Type: application/x-www-form-urlencoded"));
  }

  /** Sends {@code body} as JSON. */
  Edge.Page send(String method, String path, Object body, String... headers) {
    return edge.ask(
        host,
        method,
        path,
        JSON.writeValueAsString(body),
        and(headers, "Content-Type: application/json"));
  }

  static JsonNode json(Edge.Page page) {
    return JSON.readTree(page.body());
  }

  /** The header line that signs in with a name and a password under Credentials. */
  String basic(String user, String password) {
    String both = credential(user) + ":" + credential(password);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
  }

  private static String[] and(String[] headers, String more) {
    String[] all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = more;
    return all;
  }

  /** A form's or a query's text. */
  static String form(Map<String, String> fields) {
    StringBuilder text = new StringBuilder();
    fields.forEach((name, value) ->
        text.append(text.isEmpty() ? "" : "&")
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, UTF_8)));
    return text.toString();
  }
}
