package io.hoster.ui.journey;

import static io.hoster.ui.journey.Deployed.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** What databases, caches and queues are asked, on the node's own port, as their clients ask it. */
final class DatabaseQuestions {

  private DatabaseQuestions() {}

  static void postgresql(Deployed app) throws SQLException {
    String url = "jdbc:postgresql://" + loopback(app) + "/" + app.credential("Database");
    assertThat(sql(url, app, "select version()")).startsWith("PostgreSQL 15.20 ");
    keepsARow(url, app);
  }

  static void mariadb(Deployed app) throws SQLException {
    String url = "jdbc:mariadb://" + loopback(app) + "/" + app.credential("Database");
    assertThat(sql(url, app, "select version()")).startsWith("10.11.19-MariaDB");
    assertThat(sql(url, app, "select convert_tz('2026-07-01 12:00', 'UTC', 'Europe/Berlin')"))
        .startsWith("2026-07-01 14:00");
    keepsARow(url, app);
  }

  private static void keepsARow(String url, Deployed app) throws SQLException {
    try (Connection connection = connect(url, app);
        Statement statement = connection.createStatement()) {
      statement.execute("create table note (words varchar(100))");
      statement.execute("insert into note values ('kept')");
    }
    assertThat(sql(url, app, "select words from note")).isEqualTo("kept");
    assertThatThrownBy(
            () -> DriverManager.getConnection(url, app.credential("User"), "wrong").close())
        .isInstanceOf(SQLException.class);
  }

  private static String sql(String url, Deployed app, String query) throws SQLException {
    try (Connection connection = connect(url, app);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private static Connection connect(String url, Deployed app) throws SQLException {
    return DriverManager.getConnection(url, app.credential("User"), app.credential("Password"));
  }

  /**
   * The connection string as the customer copies it, but for the name that only leads to a node.
   */
  static void ferretdb(Deployed app) {
    URI told = URI.create(app.credential("Connection string"));
    String url = told.toString().replace(told.getHost(), "127.0.0.1");
    try (MongoClient client = MongoClients.create(url)) {
      MongoCollection<Document> notes = notes(client, app);
      notes.insertOne(new Document("words", "kept").append("lines", List.of(1, 2)));
      assertThat(notes.find(new Document("lines", 2)).first())
          .extracting(note -> note.get("words"))
          .isEqualTo("kept");
    }
    String nobody = url.replaceFirst("://[^@]*@", "://") + "?serverSelectionTimeoutMS=10000";
    try (MongoClient client = MongoClients.create(nobody)) {
      assertThatThrownBy(() -> notes(client, app).countDocuments())
          .isInstanceOf(MongoException.class);
    }
  }

  private static MongoCollection<Document> notes(MongoClient client, Deployed app) {
    return client.getDatabase(app.credential("Database")).getCollection("notes");
  }

  static void redis(Deployed app) throws IOException {
    try (Talk talk = new Talk(app)) {
      assertThat(talk.say("PING")).startsWith("-NOAUTH");
      assertThat(talk.say("AUTH " + app.credential("Password"))).isEqualTo("+OK");
      assertThat(talk.say("PING")).isEqualTo("+PONG");
      assertThat(talk.say("SET note kept")).isEqualTo("+OK");
      assertThat(talk.say("STRLEN note")).isEqualTo(":4");
    }
  }

  static void memcached(Deployed app) throws IOException {
    try (Talk talk = new Talk(app)) {
      assertThat(talk.say("version")).isEqualTo("VERSION 1.6.18");
      assertThat(talk.say("set note 0 60 4\r\nkept")).isEqualTo("STORED");
      assertThat(talk.say("get note")).isEqualTo("VALUE note 0 4");
      assertThat(talk.line()).isEqualTo("kept");
    }
  }

  /** Through the management page's own calls; the port for programs greets. */
  static void rabbitmq(Deployed app) throws IOException {
    String basic = app.basic("User", "Password");
    await("the management page answers")
        .atMost(Duration.ofSeconds(60))
        .until(() -> app.get("/api/overview", basic).status() == 200);
    assertThat(json(app.get("/api/overview", basic)).path("rabbitmq_version").asString())
        .isEqualTo("3.10.8");
    String queue = "/api/queues/%2F/notes";
    assertThat(app.send("PUT", queue, Map.of("durable", true), basic).status()).isEqualTo(201);
    Map<String, ?> message =
        Map.of(
            "routing_key", "notes",
            "payload", "kept",
            "payload_encoding", "string",
            "properties", Map.of());
    String publish = "/api/exchanges/%2F/amq.default/publish";
    assertThat(json(app.send("POST", publish, message, basic)).path("routed").asBoolean()).isTrue();
    Map<String, ?> one = Map.of("count", 1, "ackmode", "ack_requeue_false", "encoding", "auto");
    assertThat(json(app.send("POST", queue + "/get", one, basic)).at("/0/payload").asString())
        .isEqualTo("kept");
    assertThat(app.get("/api/overview").status()).isEqualTo(401);
    try (Talk talk = new Talk(app)) {
      assertThat(talk.say("no AMQP")).startsWith("AMQP"); // its way to say which version it speaks
    }
  }

  /** Host and port on this machine, as the app's page shows them. */
  private static String loopback(Deployed app) {
    assertThat(app.directAddress()).isEqualTo("127.0.0.1:" + app.port());
    return app.directAddress();
  }

  /** A protocol of lines. */
  private static final class Talk implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader answers;

    Talk(Deployed app) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), app.port());
      socket.setSoTimeout(30_000);
      answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    /** Sends a line; returns the next one that comes. */
    String say(String line) throws IOException {
      socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
      return line();
    }

    String line() throws IOException {
      return String.valueOf(answers.readLine());
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
