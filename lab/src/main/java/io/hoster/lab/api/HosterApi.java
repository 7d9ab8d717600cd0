package io.hoster.lab.api;

import io.hoster.lab.LabFailure;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The REST API through the edge, as a browser would use it: session cookie and CSRF header. */
public final class HosterApi implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final JsonMapper json =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final URI base;
  private final Deadline deadline;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(TIMEOUT).build();

  public HosterApi(URI base, Deadline deadline) {
    this.base = base;
    this.deadline = deadline;
  }

  private record Login(String email, String password) {}

  private record Registration(String name, String email, String password) {}

  private record Order(String template, String name) {}

  private record TokenWish(String name) {}

  private record Token(String token) {}

  private record Deployments(List<Deployment> data) {}

  /** Signed in, or false when this account and password do not go together. */
  public boolean login(String email, String password) {
    HttpResponse<String> answer = post("/auth/login", new Login(email, password), null);
    if (answer.statusCode() == 401 && problem(answer).is("bad_credentials")) {
      return false;
    }
    require(answer, email + " cannot sign in");
    return true;
  }

  /** Registered and signed in, or false when the address already has an account. */
  public boolean register(String name, String email, String password) {
    HttpResponse<String> answer =
        post("/auth/register", new Registration(name, email, password), null);
    if (answer.statusCode() == 409) {
      return false;
    }
    require(answer, email + " cannot be registered");
    return true;
  }

  /** The secret of a new API token. */
  public String token(String name) {
    HttpResponse<String> answer =
        post("/api/v1/tokens", new TokenWish(name), UUID.randomUUID().toString());
    return read(require(answer, "No API token was given"), Token.class).token();
  }

  /** The new deployment; empty when the name is taken. */
  public Optional<Deployment> deploy(String template, String name, String idempotencyKey) {
    HttpResponse<String> answer =
        post("/api/v1/deployments", new Order(template, name), idempotencyKey);
    if (answer.statusCode() == 409 && problem(answer).is("name_taken")) {
      return Optional.empty();
    }
    return Optional.of(read(require(answer, name + " was not accepted"), Deployment.class));
  }

  public Optional<Deployment> deployment(String id) {
    HttpResponse<String> answer = get("/api/v1/deployments/" + id);
    if (answer.statusCode() == 404) {
      return Optional.empty();
    }
    return Optional.of(read(require(answer, id + " cannot be read"), Deployment.class));
  }

  /** At most two hundred, the newest first. */
  public List<Deployment> deployments() {
    HttpResponse<String> answer =
        require(get("/api/v1/deployments?limit=200"), "The deployments cannot be listed");
    return read(answer, Deployments.class).data();
  }

  public Optional<Deployment> deploymentNamed(String name) {
    return deployments().stream().filter(deployment -> deployment.name().equals(name)).findFirst();
  }

  /** Asks for {@code start}, {@code stop} and the like; done when the deployment says so. */
  public void command(String id, String command) {
    String path = "/api/v1/deployments/" + id + "/" + command;
    HttpRequest.Builder request = changing(path).POST(BodyPublishers.noBody());
    request.header("Idempotency-Key", UUID.randomUUID().toString());
    require(send(request), command + " of " + id + " was refused");
  }

  /** Asks for its end; done when it is there no more. */
  public void delete(String id) {
    require(
        send(changing("/api/v1/deployments/" + id).DELETE()), "The end of " + id + " was refused");
  }

  @Override
  public void close() {
    client.close();
  }

  private HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  private HttpResponse<String> post(String path, Record body, @Nullable String idempotencyKey) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.writeValueAsString(body)));
    if (idempotencyKey != null) {
      request.header("Idempotency-Key", idempotencyKey).header("X-XSRF-TOKEN", csrfToken());
    }
    return send(request);
  }

  private HttpRequest.Builder changing(String path) {
    return request(path).header("X-XSRF-TOKEN", csrfToken());
  }

  /** The cookie comes with the first answer to a signed-in reader. */
  private String csrfToken() {
    return csrfCookie()
        .or(() -> {
          require(get("/auth/me"), "Nobody is signed in");
          return csrfCookie();
        })
        .orElseThrow(() -> new LabFailure("The product gave no XSRF-TOKEN cookie."));
  }

  private Optional<String> csrfCookie() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(TIMEOUT)
        .header("Accept", "application/json, application/problem+json");
  }

  /** Tries again while the product is away or busy: every call here may be sent twice. */
  private HttpResponse<String> send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    while (true) {
      Duration wait = deadline.pauseBetween();
      try {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        wait = retryAfter(answer).orElse(wait);
        if (!isBusy(answer.statusCode()) || deadline.isBefore(wait)) {
          return answer;
        }
      } catch (IOException away) {
        if (deadline.isOver()) {
          throw new LabFailure(base + " does not answer: " + away + ".", away);
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new LabFailure("Interrupted.", interrupted);
      }
      deadline.pause(wait);
    }
  }

  private static Optional<Duration> retryAfter(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("[0-9]{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }

  private static boolean isBusy(int status) {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }

  private static HttpResponse<String> require(HttpResponse<String> answer, String sentence) {
    if (answer.statusCode() / 100 != 2) {
      throw new LabFailure("%s: %d, %s".formatted(sentence, answer.statusCode(), problem(answer)));
    }
    return answer;
  }

  private static Problem problem(HttpResponse<String> answer) {
    try {
      return json.readValue(answer.body(), Problem.class);
    } catch (JacksonException _) {
      return new Problem(null, null, null); // a page of the edge, not of the product
    }
  }

  private static <T> T read(HttpResponse<String> answer, Class<T> type) {
    try {
      return json.readValue(answer.body(), type);
    } catch (JacksonException unexpected) {
      throw new LabFailure(
          answer.uri() + " answered something unexpected: " + unexpected.getOriginalMessage(),
          unexpected);
    }
  }
}
