import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The compiler of {@code ./hoster dev}, kept warm: a warm compiler takes all sources of the product
 * in about the time that a cold one needs to start. Reads an output folder a line from standard
 * input, compiles everything into it, answers its errors and then {@code ok} or {@code failed}. The
 * checks of the real build (Error Prone, NullAway, formatting) are left to the real build.
 */
final class Recompile {

  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  /** First the class path, then the source folders. */
  public static void main(String[] args) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Path> folders = Stream.of(args).skip(1).map(Path::of).toList();
    BufferedReader asked =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String output = asked.readLine(); output != null; output = asked.readLine()) {
      OUT.println(compile(compiler, args[0], folders, output) ? "ok" : "failed");
    }
  }

  private static boolean compile(
      JavaCompiler compiler, String classPath, List<Path> folders, String output)
      throws IOException {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, null, StandardCharsets.UTF_8)) {
      List<Path> sources = folders.stream().flatMap(Recompile::sources).toList();
      boolean compiled =
          compiler
              .getTask(
                  null,
                  files,
                  found,
                  List.of("-d", output, "-cp", classPath, "-parameters", "-proc:none", "-nowarn"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      found.getDiagnostics().stream()
          .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
          .forEach(each -> OUT.println(each));
      return compiled;
    }
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
