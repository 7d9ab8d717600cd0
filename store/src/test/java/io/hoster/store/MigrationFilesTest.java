package io.hoster.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expand and contract: an upgrade adds, and takes away only what the version before left alone. */
class MigrationFilesTest {

  /** The first that an installation with data may meet; those before it made the first release. */
  private static final String FIRST_UPGRADE = "V0020";

  private static final Pattern VERSION = Pattern.compile("<version>([0-9.]+)</version>");

  private static String version() throws IOException {
    Matcher version = VERSION.matcher(Files.readString(Path.of("pom.xml")));
    assertThat(version.find()).isTrue();
    return version.group(1);
  }

  @Test
  void noneThatWasReleasedIsEverChanged() throws IOException {
    assertThat(MigrationFile.all())
        .as(
            "A released migration stays as it is: write another one. Its line is made by"
                + " (cd store/src/main/resources/db/migration && sha256sum *.sql)"
                + " >store/src/test/resources/migrations.sha256")
        .extracting(MigrationFile::checksum)
        .containsExactlyElementsOf(
            Files.readAllLines(Path.of("src/test/resources/migrations.sha256")));
  }

  static List<MigrationFile> upgrades() {
    return MigrationFile.all().stream()
        .filter(file -> file.name().compareTo(FIRST_UPGRADE) >= 0)
        .toList();
  }

  @Test
  void noneTakesAwayWhatTheVersionBeforeUses() throws IOException {
    String version = version();
    assertThat(upgrades())
        .allSatisfy(file -> assertThat(file.contractions(version)).as(file.name()).isEmpty());
  }

  @Test
  void eachIsOneTransaction() {
    assertThat(MigrationFile.all())
        .allSatisfy(file -> assertThat(file.outsideItsTransaction()).as(file.name()).isEmpty())
        .extracting(MigrationFile::name)
        .allMatch(name -> name.matches("V\\d{4}__[a-z_]+\\.sql"));
  }

  private static MigrationFile of(String sql) {
    return new MigrationFile("V9999__test.sql", sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table plan;",
        "alter table tenant drop column name;",
        "alter table tenant\n  add column color text, -- harmless\n  drop column name;",
        "alter table tenant rename column name to title;",
        "alter table tenant rename to customer;",
        "ALTER TABLE tenant ALTER COLUMN name SET NOT NULL;",
        "alter table traffic alter column errors type int;",
        "alter table tenant add column color text not null;",
        "alter table tenant add constraint short check (length(name) < 9);",
        "alter table tenant add foreign key (name) references plan (id);",
        "alter table tenant add unique (name);",
        "create unique index on tenant (name);",
        "-- loosens: by place\ncreate unique index on tenant (name, place);",
        "revoke update on tenant from hoster_web;",
        "drop function hoster_tenant;",
        "-- contract: nobody needs it\nalter table tenant drop column name;",
        "-- contract: nobody reads it since 9.9.9\nalter table tenant drop column name;",
        "-- contract: nobody reads it since 9.9.8\nselect 1; alter table tenant drop column name;"
      })
  void whatTheVersionBeforeWouldTripOverIsFound(String sql) {
    assertThat(of(sql).contractions("9.9.9")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table tenant add column color text;",
        "alter table tenant add column size int not null default 0;",
        "alter table tenant alter column name drop not null;",
        "alter table tenant drop constraint short;",
        "create table size (id text primary key, name text not null unique check (name <> ''));",
        "create table size (id text);\ncreate unique index on size (id);\nrevoke update on size from hoster_web;",
        "create index on tenant (name); drop index old;",
        "drop index old;\n-- loosens: by place\ncreate unique index on tenant (name, place);",
        "grant update (name) on tenant to hoster_web;",
        "-- contract: nobody reads tenant.color since 9.9.8\nalter table tenant drop column color;"
      })
  void whatItDoesNotNoticeIsNot(String sql) {
    assertThat(of(sql).contractions("9.9.9")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"create index concurrently on tenant (name);", "commit;", "vacuum tenant;"})
  void whatCannotBeUndoneWithTheRestIsFound(String sql) {
    assertThat(of(sql).outsideItsTransaction()).hasSize(1);
  }
}
