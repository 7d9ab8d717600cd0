package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.catalog.compose.Finding.Code;
import io.hoster.workflows.catalog.compose.VariablePart.Literal;
import io.hoster.workflows.catalog.compose.VariablePart.Reference;
import io.hoster.workflows.catalog.compose.VariableSyntax.Parsed;
import io.hoster.workflows.catalog.yaml.YamlNode;
import io.hoster.workflows.catalog.yaml.YamlNode.Entry;
import io.hoster.workflows.catalog.yaml.YamlNode.Kind;
import io.hoster.workflows.catalog.yaml.YamlNode.Mapping;
import io.hoster.workflows.catalog.yaml.YamlNode.Scalar;
import io.hoster.workflows.catalog.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fills declared variables into the values of a file, never into its keys. What is filled in is
 * data: it is not looked at for variables again, and it is checked like anything else afterwards.
 */
final class Interpolation {

  /** In characters, for the whole file: a few repeated variables must not fill the memory. */
  private static final int MAX_FILLED = 1024 * 1024;

  private final VariableLookup variables;
  private final Findings findings;
  private long filled;

  Interpolation(VariableLookup variables, Findings findings) {
    this.variables = variables;
    this.findings = findings;
  }

  YamlNode fill(At at) {
    return switch (at.node()) {
      case Scalar scalar -> fill(at, scalar);
      case Sequence sequence -> new Sequence(items(at), sequence.place());
      case Mapping mapping -> new Mapping(entries(at), mapping.place());
    };
  }

  private List<YamlNode> items(At at) {
    return at.items().stream().map(this::fill).toList();
  }

  private List<Entry> entries(At at) {
    List<Entry> entries = new ArrayList<>();
    for (At.Field field : at.fields()) {
      entries.add(new Entry(field.key(), field.name().place(), fill(field.value())));
    }
    return entries;
  }

  private Scalar fill(At at, Scalar scalar) {
    if (scalar.text().indexOf('$') < 0 || findings.isFull()) {
      return scalar;
    }
    if (filled > MAX_FILLED) {
      charge(at, scalar.text(), new Filling());
      findings.silence(at);
      return scalar;
    }
    return switch (VariableSyntax.parse(scalar.text())) {
      case Parsed.Wrong wrong -> {
        findings.addLast(at, Code.INVALID_VALUE, wrong.message());
        yield scalar;
      }
      case Parsed.Parts parts -> fill(at, scalar, parts.parts());
    };
  }

  private Scalar fill(At at, Scalar scalar, List<VariablePart> parts) {
    Filling filling = new Filling();
    charge(at, scalar.text(), filling);
    checkDeclared(at, parts, filling);
    String text = text(at, parts, filling);
    if (filling.broken) {
      findings.silence(at);
    }
    if (text.equals(scalar.text())) {
      return scalar;
    }
    return new Scalar(text, filling.secret ? scalar.text() : text, Kind.TEXT, scalar.place());
  }

  private void checkDeclared(At at, List<VariablePart> parts, Filling filling) {
    for (VariablePart part : parts) {
      if (part instanceof Reference reference) {
        checkDeclared(at, reference.argument(), filling);
        if (variables.declared(reference.name()).isEmpty()) {
          filling.broken = true;
          if (!findings.isFull() && filling.undeclared.add(reference.name())) {
            findings.add(
                at, Code.UNDECLARED_VARIABLE, VariableSentences.undeclared(reference.name()));
          }
        }
      }
    }
  }

  private String text(At at, List<VariablePart> parts, Filling filling) {
    StringBuilder text = new StringBuilder();
    for (VariablePart part : parts) {
      text.append(
          switch (part) {
            case Literal literal -> literal.text();
            case Reference reference -> charge(at, value(at, reference, filling), filling);
          });
    }
    return text.toString();
  }

  private String charge(At at, String value, Filling filling) {
    filled = Math.min(filled, MAX_FILLED) + value.length();
    if (filled <= MAX_FILLED) {
      return value;
    }
    findings.add(
        at,
        Code.OVER_LIMIT,
        "The file is larger than 1 MiB once its variables are filled in. Use them less often.");
    filling.broken = true;
    return "";
  }

  private String value(At at, Reference reference, Filling filling) {
    Optional<Variable> declared = variables.declared(reference.name());
    if (declared.isEmpty()) {
      return "";
    }
    filling.secret |= declared.get().type() == Variable.Type.SECRET;
    Optional<String> given = variables.value(reference.name());
    Optional<String> usable = given.filter(value -> !(reference.emptyCounts() && value.isEmpty()));
    return switch (reference.operator()) {
      case DEFAULT -> usable.orElseGet(() -> text(at, reference.argument(), filling));
      case REPLACEMENT -> usable.isPresent() ? text(at, reference.argument(), filling) : "";
      case REQUIRED ->
          usable.orElseGet(() ->
              missing(at, reference.name(), filling, text(at, reference.argument(), filling)));
      case VALUE ->
          given.isPresent() || !variables.isNeeded(declared.get())
              ? given.orElse("")
              : missing(at, reference.name(), filling, "");
    };
  }

  private String missing(At at, String name, Filling filling, String why) {
    filling.broken = true;
    findings.add(
        at, Code.MISSING_VARIABLE, VariableSentences.missing(name, filling.secret ? "" : why));
    return "";
  }

  /** What happened while one text was filled. */
  private static final class Filling {
    private boolean broken;
    private boolean secret;
    private final Set<String> undeclared = new TreeSet<>();
  }
}
