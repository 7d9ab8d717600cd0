package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.catalog.compose.Finding.Code;
import io.hoster.workflows.catalog.compose.MountSuggestions.Change;
import io.hoster.workflows.catalog.yaml.Outline;
import io.hoster.workflows.catalog.yaml.Part;
import io.hoster.workflows.catalog.yaml.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** What mends one finding; nothing where only the file's author can know. */
final class FindingSuggestions {

  private static final Pattern MOUNT =
      Pattern.compile("/services/[^/]+/volumes/[0-9]+(/(source|type|bind))?");
  private static final Pattern PORT = Pattern.compile("/services/[^/]+/ports/[0-9]+");
  private static final Pattern NETWORK = Pattern.compile("/services/[^/]+/networks/[^/]+");
  private static final Pattern DECLARED_FILE =
      Pattern.compile("/(secrets|configs)/[^/]+/(file|external|environment|name)");

  /** Without these keys there is no service any more, or another one. */
  private static final List<String> NEEDED =
      List.of("image", "extends", "provider", "models", "volumes_from", "include");

  private final Outline outline;
  private final Additions additions;
  private final MountSuggestions mounts;
  private final UndeclaredVariables undeclared;

  FindingSuggestions(Outline outline, List<Variable> variables, SortedMap<String, String> values) {
    this.outline = outline;
    this.additions = new Additions(outline);
    this.mounts = new MountSuggestions(outline);
    this.undeclared = new UndeclaredVariables(variables, values);
  }

  Optional<Suggestion> of(Finding finding) {
    Optional<Part> found = outline.at(new Place(finding.line(), finding.column()), finding.path());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Part part = found.get();
    if (MOUNT.matcher(finding.path()).matches()) {
      Optional<Change> change = mount(part, finding.path());
      if (change.isPresent() || finding.code() != Code.UNDECLARED_VARIABLE) {
        return change.map(c -> suggestion(finding, c.message(), c.edits(), List.of()));
      }
    }
    if (PORT.matcher(finding.path()).matches() && part.key().isEmpty()) {
      Optional<Edit> side = containerSide(part);
      if (side.isPresent()) {
        return side.map(edit ->
            suggestion(
                finding,
                "Name the container's port alone: the platform gives the node's port.",
                List.of(edit),
                List.of()));
      }
    }
    return switch (finding.code()) {
      case UNDECLARED_VARIABLE -> declared(finding, part);
      case NOT_ALLOWED, UNKNOWN_KEY -> refused(finding, part);
      case BELOW_MINIMUM, OVER_LIMIT -> bounded(finding, part);
      case INVALID_VALUE -> invalid(finding, part);
      case SYNTAX, SCHEMA, MISSING_VARIABLE -> Optional.empty();
    };
  }

  private Optional<Change> mount(Part part, String path) {
    Part mount = path.matches(".*/volumes/[0-9]+") ? part : part.parent().orElse(part);
    return mount.parent().flatMap(Part::parent).flatMap(service -> mounts.of(service, mount));
  }

  private Optional<Suggestion> declared(Finding finding, Part part) {
    List<Variable> variables = undeclared.in(part, finding.path());
    return variables.isEmpty()
        ? undeclared
            .writtenOut(part)
            .map(edit ->
                suggestion(
                    finding,
                    "Write the default out: a variable's name has at most 64 characters.",
                    List.of(edit),
                    List.of()))
        : Optional.of(
            suggestion(
                finding,
                "Declare "
                    + String.join(", ", variables.stream().map(Variable::name).toList())
                    + ", so that the deploy form asks for it.",
                List.of(),
                variables));
  }

  private Optional<Suggestion> refused(Finding finding, Part part) {
    if (DECLARED_FILE.matcher(finding.path()).matches()) {
      return declaredFile(finding, part);
    }
    String key = part.key();
    if (NEEDED.contains(key) || (key.equals("build") && !hasImage(part))) {
      return Optional.empty();
    }
    if (key.equals("profiles")) {
      return part.parent().map(service -> optional(finding, part, service));
    }
    return Optional.of(
        suggestion(
            finding,
            key.equals("env_file")
                ? "Remove \"env_file\", and write what the app needs of it into environment."
                : "Remove " + (key.isEmpty() ? "this item" : Quoted.of(key)) + ".",
            List.of(Removal.of(outline, part)),
            List.of()));
  }

  private static boolean hasImage(Part build) {
    return build.parent().flatMap(service -> service.child("image")).isPresent();
  }

  /** What runs on request only does not run at all, unless another service needs it. */
  private Suggestion optional(Finding finding, Part profiles, Part service) {
    boolean needed =
        outline.root().child("services").map(Part::children).orElse(List.of()).stream()
            .filter(other -> other != service)
            .flatMap(other -> other.child("depends_on").stream())
            .flatMap(list -> list.children().stream())
            .anyMatch(one -> one.key().equals(service.key()) || one.scalar().equals(service.key()));
    return suggestion(
        finding,
        needed
            ? "Remove \"profiles\", so that the service always runs."
            : "Remove the service " + Quoted.of(service.key()) + ", which runs on request only.",
        List.of(Removal.of(outline, needed ? profiles : service)),
        List.of());
  }

  private Optional<Suggestion> declaredFile(Finding finding, Part part) {
    Optional<Part> declaration = part.parent();
    if (declaration.isEmpty() || declaration.get().children().getFirst() != part) {
      return Optional.of(
          suggestion(
              finding,
              "Remove " + Quoted.of(part.key()) + ".",
              List.of(Removal.of(outline, part)),
              List.of()));
    }
    if (finding.path().startsWith("/secrets/")) {
      String name = SuggestedVariable.name(declaration.get().key().toUpperCase(Locale.ROOT));
      return Optional.of(
          suggestion(
              finding,
              "Let the secret variable " + name + " be in the file.",
              List.of(new Edit(part.begin(), part.to(), "environment: " + name)),
              List.of(SuggestedVariable.secret(name))));
    }
    return Optional.of(
        suggestion(
            finding,
            "Put the text of the file here: no file of yours is on the node.",
            List.of(
                new Edit(
                    part.begin(), part.to(), "content: \"The text of the file belongs here.\"")),
            List.of()));
  }

  private Optional<Suggestion> bounded(Finding finding, Part part) {
    String last = finding.path().substring(finding.path().lastIndexOf('/') + 1);
    String parent = part.parent().map(Part::key).orElse("");
    String value =
        switch (last) {
          case "interval" -> finding.code() == Code.BELOW_MINIMUM ? "5s" : "1h";
          case "start_interval" -> finding.code() == Code.BELOW_MINIMUM ? "1s" : "1h";
          case "timeout" ->
              finding.code() == Code.BELOW_MINIMUM
                  ? "1s"
                  : part.parent()
                      .flatMap(check -> check.child("interval"))
                      .map(Part::scalar)
                      .orElse("30s");
          case "start_period" -> "1h";
          case "retries" -> finding.code() == Code.BELOW_MINIMUM ? "1" : "10";
          case "replicas", "scale" -> "1";
          case "stop_grace_period" -> "2m";
          case "nofile" -> "65536";
          case "soft", "hard" -> parent.equals("nofile") ? "65536" : "";
          default -> "";
        };
    if (last.equals("labels")) {
      return Optional.of(
          suggestion(
              finding,
              "Remove \"labels\": nothing reads them.",
              List.of(Removal.of(outline, part)),
              List.of()));
    }
    return value.isEmpty() || part.from() >= part.to() || part.raw().startsWith("&")
        ? Optional.empty()
        : Optional.of(
            suggestion(
                finding,
                "Write " + value + ".",
                List.of(new Edit(part.from(), part.to(), value)),
                List.of()));
  }

  private Optional<Suggestion> invalid(Finding finding, Part part) {
    String name = part.key().isEmpty() ? part.scalar() : part.key();
    if (NETWORK.matcher(finding.path()).matches()
        && !additions.declares("networks", name)
        && name.matches("[a-z0-9][a-z0-9_-]{0,30}")) {
      return Optional.of(
          suggestion(
              finding,
              "Declare the network " + Quoted.of(name) + ".",
              List.of(additions.declare("networks", name, "")),
              List.of()));
    }
    // Checked and dropped anyway.
    return part.key().equals("hostname") || part.key().equals("restart")
        ? Optional.of(
            suggestion(
                finding,
                "Remove " + Quoted.of(part.key()) + ".",
                List.of(Removal.of(outline, part)),
                List.of()))
        : Optional.empty();
  }

  /** The short port without what stands before its last colon. */
  static Optional<Edit> containerSide(Part part) {
    if (!part.children().isEmpty() || part.raw().startsWith("&")) {
      return Optional.empty();
    }
    String text = part.scalar();
    String side = text.substring(lastColon(text) + 1);
    return side.equals(text) || side.indexOf('"') >= 0
        ? Optional.empty()
        : Optional.of(new Edit(part.from(), part.to(), "\"" + side + "\""));
  }

  /** Of those outside <code>${…}</code>. */
  private static int lastColon(String text) {
    int braces = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == '}') {
        braces++;
      } else if (c == '{') {
        braces--;
      } else if (c == ':' && braces == 0) {
        return i;
      }
    }
    return -1;
  }

  private static Suggestion suggestion(
      Finding finding, String message, List<Edit> edits, List<Variable> variables) {
    return new Suggestion(
        finding.line(),
        finding.column(),
        finding.path(),
        message,
        new ArrayList<>(edits),
        variables);
  }
}
