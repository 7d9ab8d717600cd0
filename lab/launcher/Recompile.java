import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The compiler of {@code ./hoster dev}, kept warm. For each line on standard input it brings the
 * classes up to date, prints the errors, then {@code ok} or {@code failed} (the classes are then as
 * before). Only what changed is compiled, unless what others see of it changed too. The checks of
 * the real build (Error Prone, NullAway, formatting) are left to the real build.
 */
final class Recompile {

  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final Path classes;
  private final String libraries;
  private final List<Path> folders;
  private Map<Path, FileTime> compiled = Map.of();

  private Recompile(Path classes, String libraries, List<Path> folders) {
    this.classes = classes;
    this.libraries = libraries;
    this.folders = folders;
  }

  /** The folder for the classes, the class path, the source folders. */
  public static void main(String[] args) throws IOException {
    Recompile recompile =
        new Recompile(Path.of(args[0]), args[1], Stream.of(args).skip(2).map(Path::of).toList());
    BufferedReader asked =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (asked.readLine() != null) {
      OUT.println(recompile.update() ? "ok" : "failed");
    }
  }

  private boolean update() throws IOException {
    Map<Path, FileTime> now = sources();
    List<Path> changed =
        now.keySet().stream().filter(file -> !now.get(file).equals(compiled.get(file))).toList();
    boolean known = Files.isDirectory(classes) && now.keySet().containsAll(compiled.keySet());
    boolean done = known ? these(changed, now.keySet()) : everything(now.keySet());
    compiled = done ? now : compiled;
    return done;
  }

  private boolean these(List<Path> changed, Set<Path> all) throws IOException {
    Path draft = empty("changed");
    if (!changed.isEmpty() && !compile(changed, classes + ":" + libraries, draft)) {
      return false;
    }
    if (!looksTheSame(draft)) {
      return everything(all);
    }
    for (Path file : filesIn(draft, ".class")) {
      Path known = classes.resolve(draft.relativize(file));
      Files.createDirectories(known.getParent());
      Files.move(file, known, StandardCopyOption.REPLACE_EXISTING);
    }
    return true;
  }

  private boolean everything(Set<Path> sources) throws IOException {
    Path draft = empty("everything");
    if (!compile(sources, libraries, draft)) {
      return false;
    }
    delete(classes);
    Files.move(draft, classes);
    return true;
  }

  private boolean compile(Collection<Path> sources, String classPath, Path output)
      throws IOException {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of("-d", output.toString(), "-cp", classPath, "-parameters", "-proc:none", "-nowarn");
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, null, StandardCharsets.UTF_8)) {
      boolean done =
          compiler
              .getTask(
                  null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      found.getDiagnostics().stream()
          .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
          .forEach(OUT::println);
      return done;
    }
  }

  private boolean looksTheSame(Path draft) throws IOException {
    for (Path file : filesIn(draft, ".class")) {
      Path before = classes.resolve(draft.relativize(file));
      ClassModel now = ClassFile.of().parse(file);
      boolean local = now.findAttribute(Attributes.enclosingMethod()).isPresent();
      if (!local
          && (!Files.exists(before) || !shape(now).equals(shape(ClassFile.of().parse(before))))) {
        return false;
      }
    }
    return true;
  }

  /** What the compiler reads of a class when it compiles another one. */
  private static List<String> shape(ClassModel model) {
    List<String> shape = new ArrayList<>();
    shape.add(model.flags().flags() + " " + model.superclass() + " " + model.interfaces());
    shape.add(signature(model));
    model
        .findAttribute(Attributes.permittedSubclasses())
        .ifPresent(permitted -> shape.add("" + permitted.permittedSubclasses()));
    model
        .findAttribute(Attributes.innerClasses())
        .ifPresent(inner ->
            inner.classes().stream()
                .filter(each -> each.outerClass().isPresent())
                .forEach(each -> shape.add(each.innerClass() + " " + each.flags())));
    model.fields().stream().filter(Recompile::isSeen).map(Recompile::shape).forEach(shape::add);
    model.methods().stream().filter(Recompile::isSeen).map(Recompile::shape).forEach(shape::add);
    return shape;
  }

  private static boolean isSeen(FieldModel field) {
    return !field.flags().has(AccessFlag.PRIVATE);
  }

  private static boolean isSeen(MethodModel method) {
    return !method.flags().has(AccessFlag.PRIVATE);
  }

  private static String shape(FieldModel field) {
    String constant =
        field
            .findAttribute(Attributes.constantValue())
            .map(value -> "" + value.constant().constantValue())
            .orElse("");
    return field.flags().flags()
        + " "
        + field.fieldName()
        + " "
        + field.fieldType()
        + signature(field)
        + constant;
  }

  private static String shape(MethodModel method) {
    String thrown =
        method
            .findAttribute(Attributes.exceptions())
            .map(exceptions -> "" + exceptions.exceptions())
            .orElse("");
    return method.flags().flags()
        + " "
        + method.methodName()
        + " "
        + method.methodType()
        + signature(method)
        + thrown;
  }

  private static String signature(AttributedElement element) {
    return element
        .findAttribute(Attributes.signature())
        .map(signature -> signature.signature().stringValue())
        .orElse("");
  }

  private Map<Path, FileTime> sources() throws IOException {
    Map<Path, FileTime> sources = new TreeMap<>();
    for (Path folder : folders) {
      for (Path file : filesIn(folder, ".java")) {
        sources.put(file, Files.getLastModifiedTime(file));
      }
    }
    return sources;
  }

  private static List<Path> filesIn(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private Path empty(String name) throws IOException {
    Path folder = classes.resolveSibling(name);
    delete(folder);
    return Files.createDirectories(folder);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
