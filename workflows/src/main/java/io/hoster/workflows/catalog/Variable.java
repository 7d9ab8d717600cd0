package io.hoster.workflows.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that a template asks for; the deploy form is made from these.
 *
 * @param name as it stands in the compose file: {@code ^[A-Za-z_][A-Za-z0-9_]{0,63}$}
 * @param label what the form shows
 * @param help one sentence below the field; may be empty
 * @param group heading the field stands under; may be empty
 * @param defaultValue null: none
 * @param generate how a value is made when none is given, such as {@code password(32)}; null: not
 * @param pattern a regular expression the whole value must match; null: any
 * @param choices the allowed values of a choice, else empty
 * @param once counts at the first set-up only; null: no
 */
public record Variable(
    String name,
    Type type,
    String label,
    String help,
    String group,
    @Nullable String defaultValue,
    boolean required,
    @Nullable String generate,
    @Nullable String pattern,
    List<String> choices,
    @Nullable Boolean once) {

  /** A variable that can be changed later. */
  public Variable(
      String name,
      Type type,
      String label,
      String help,
      String group,
      @Nullable String defaultValue,
      boolean required,
      @Nullable String generate,
      @Nullable String pattern,
      List<String> choices) {
    this(name, type, label, help, group, defaultValue, required, generate, pattern, choices, null);
  }

  /** What kind of value it is. */
  public enum Type {
    STRING,
    SECRET,
    NUMBER,
    BOOLEAN,
    CHOICE
  }

  public Variable {
    choices = List.copyOf(choices);
  }

  /** Whether it counts at the first set-up only: changed later it would break what it made. */
  public boolean countsOnce() {
    return Boolean.TRUE.equals(once);
  }
}
