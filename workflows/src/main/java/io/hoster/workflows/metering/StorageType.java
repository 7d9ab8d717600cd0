package io.hoster.workflows.metering;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a deployment's files are for. */
public enum StorageType {
  /** What a container changed in its image's own files. */
  CODE,
  /** The files of a database. */
  DATABASE,
  /** What the app keeps: uploads, pages. */
  STATIC,
  /** What containers wrote to their log, and volumes for logs. */
  LOGS,
  /** What can be made again. */
  CACHE;

  /** Images whose volumes are a database's files, by the last part of their name. */
  private static final Set<String> DATABASES =
      Set.of(
          "postgres",
          "postgis",
          "timescaledb",
          "mysql",
          "mariadb",
          "percona",
          "mongo",
          "ferretdb",
          "couchdb",
          "redis",
          "valkey",
          "keydb",
          "cassandra",
          "clickhouse",
          "influxdb",
          "neo4j",
          "elasticsearch",
          "opensearch",
          "rabbitmq");

  private static final Pattern LOG = Pattern.compile("(^|[^a-z])logs?$");

  /** As rows and the API write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What the volume called {@code volume} holds for a service that runs {@code image}: its name
   * says so, or the image does.
   */
  public static StorageType ofVolume(String volume, String image) {
    String name = volume.toLowerCase(Locale.ROOT);
    if (name.contains("cache") || name.contains("tmp")) {
      return CACHE;
    }
    if (LOG.matcher(name).find()) {
      return LOGS;
    }
    return DATABASES.contains(program(image)) ? DATABASE : STATIC;
  }

  /** {@code docker.io/library/postgres:15.20} is postgres. */
  private static String program(String image) {
    String name = image.substring(image.lastIndexOf('/') + 1);
    int end = name.indexOf('@');
    String tagged = end < 0 ? name : name.substring(0, end);
    int colon = tagged.indexOf(':');
    return (colon < 0 ? tagged : tagged.substring(0, colon)).toLowerCase(Locale.ROOT);
  }
}
