package io.hoster.lab.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecipesTest {

  @ParameterizedTest
  @MethodSource("recipes")
  void namesEveryFileOfItsFolder(Recipe recipe) throws IOException {
    try (Stream<Path> folder = Files.list(Path.of("images", recipe.folder()))) {
      List<String> files = folder.map(file -> file.getFileName().toString()).toList();
      assertThat(recipe.files()).containsExactlyInAnyOrderElementsOf(files);
    }
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void standsOnWhatIsMadeBefore(Recipe recipe) {
    String dockerfile =
        new String(Workspace.resource(recipe.folder(), "Dockerfile"), StandardCharsets.UTF_8);

    assertThat(bases()).anyMatch(image -> dockerfile.startsWith("FROM " + image));
    assertThat(dockerfile.lines().filter(line -> line.matches("ENV [A-Z]+_VERSION=.*")))
        .allMatch(line -> line.endsWith("=" + recipe.version()));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void saysItsVersionInItsTag(Recipe recipe) {
    assertThat(recipe.image()).startsWith(recipe.repository() + ":" + recipe.version());
    assertThat(RecipeHash.of(recipe)).isEqualTo(RecipeHash.of(recipe)).matches("[0-9a-f]{32}");
  }

  /** The file of production and the recipes are changed together. */
  @Test
  void makeWhatProductionNames() throws IOException {
    String text =
        Files.readString(Path.of("../docker-compose.yml"))
            + Files.readString(Path.of("../docs/operations/production/Dockerfile"));
    assertThat(ProductionRecipes.all())
        .extracting(Recipe::image)
        .containsExactlyInAnyOrderElementsOf(
            Pattern.compile("^(?: +image:|FROM) ([a-z/-]+:[0-9][\\w.-]*)", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList());
  }

  static List<Recipe> recipes() {
    return Stream.concat(Recipes.all().stream(), ProductionRecipes.all().stream()).toList();
  }

  private static List<String> bases() {
    return Stream.concat(Stream.of(BaseImage.IMAGE), Recipes.all().stream().map(Recipe::image))
        .toList();
  }
}
