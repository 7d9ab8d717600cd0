package io.hoster.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A migration, read as the version before it would: that one still runs while an upgrade is under
 * way, and again after somebody went back.
 *
 * @param name such as {@code V0020__more.sql}
 */
record MigrationFile(String name, String sql) {

  private static final Path FOLDER = Path.of("src/main/resources/db/migration");

  private static final Pattern CREATED = Pattern.compile("create table (?:if not exists )?(\\w+)");
  private static final Pattern SUBJECT =
      Pattern.compile("^(?:alter table (?:only )?|drop table |.*? on )(\\w+)");

  /** What takes something away from code that uses it, or refuses what it writes. */
  private static final Pattern CONTRACTS =
      Pattern.compile(
          "\\brename\\b"
              + "|\\bdrop (?:table|column|function|procedure|view|type)\\b"
              + "|\\balter (?:column )?\\w+ (?:set data )?type\\b"
              + "|\\bset not null\\b"
              + "|\\badd column (?!.*\\bdefault\\b).*\\bnot null\\b"
              + "|^alter table .*\\badd (?:constraint \\w+ )?(?:check|foreign key|unique|exclude)\\b"
              + "|^create unique index\\b"
              + "|^revoke\\b");

  private static final Pattern LEAVES_TRANSACTION =
      Pattern.compile(
          "\\bconcurrently\\b"
              + "|^(?:vacuum|cluster)\\b"
              + "|^(?:begin|commit|rollback)(?: work| transaction)?$");

  private static final Pattern MARK =
      Pattern.compile("-- contract: .*\\bsince (\\d+(?:\\.\\d+)+)\\b");

  /** All there are, in their order. */
  static List<MigrationFile> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(MigrationFile::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MigrationFile read(Path file) {
    try {
      return new MigrationFile(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code sha256sum} writes it. */
  String checksum() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash) + "  " + name;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Statements that cannot be undone with the rest of it. */
  List<String> outsideItsTransaction() {
    return statements().stream()
        .map(Statement::text)
        .filter(text -> LEAVES_TRANSACTION.matcher(text).find())
        .toList();
  }

  /**
   * Statements that the version before would trip over: those that contract what was there, unless
   * a comment before them names an earlier release since which nobody needs it, such as {@code --
   * contract: nobody reads tenant.color since 0.2.0}. A unique index that takes the place of a
   * stricter one contracts nothing: {@code -- loosens: …} before it, and the other one dropped.
   *
   * @param version of this release
   */
  List<String> contractions(String version) {
    Set<String> created = new TreeSet<>();
    List<String> found = new ArrayList<>();
    boolean indexDropped = false;
    for (Statement statement : statements()) {
      Matcher made = CREATED.matcher(statement.text());
      if (made.find()) {
        created.add(made.group(1));
      }
      Matcher subject = SUBJECT.matcher(statement.text());
      boolean isNew = subject.find() && created.contains(subject.group(1));
      boolean loosens = indexDropped && statement.loosens();
      if (CONTRACTS.matcher(statement.text()).find()
          && !isNew
          && !loosens
          && !statement.isMarked(version)) {
        found.add(statement.text());
      }
      indexDropped |= statement.text().startsWith("drop index");
    }
    return found;
  }

  /**
   * A statement.
   *
   * @param text in lower case, on one line, without comments
   * @param comments before and in it
   */
  private record Statement(String text, String comments) {

    boolean isMarked(String version) {
      Matcher mark = MARK.matcher(comments);
      return mark.find() && !mark.group(1).equals(version);
    }

    boolean loosens() {
      return text.startsWith("create unique index") && comments.contains("-- loosens: ");
    }
  }

  private List<Statement> statements() {
    List<Statement> statements = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    StringBuilder comments = new StringBuilder();
    for (String line : sql.lines().toList()) {
      int comment = line.indexOf("--");
      String code = comment < 0 ? line : line.substring(0, comment);
      comments.append(comment < 0 ? "" : line.substring(comment)).append('\n');
      for (int end = code.indexOf(';'); end >= 0; end = code.indexOf(';')) {
        statements.add(statement(text.append(code, 0, end), comments));
        code = code.substring(end + 1);
      }
      text.append(code).append(' ');
    }
    return statements;
  }

  private static Statement statement(StringBuilder text, StringBuilder comments) {
    Statement statement =
        new Statement(
            text.toString().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT),
            comments.toString());
    text.setLength(0);
    comments.setLength(0);
    return statement;
  }
}
