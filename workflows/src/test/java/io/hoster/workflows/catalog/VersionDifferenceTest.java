package io.hoster.workflows.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.catalog.VersionChange.Subject;
import io.hoster.workflows.catalog.VersionDifference.Side;
import io.hoster.workflows.catalog.compose.Compiled;
import io.hoster.workflows.catalog.compose.ComposeCompiler;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionDifferenceTest {

  private static final String BLOG =
      """
      services:
        web:
          image: blog:1
      """;

  @Test
  void aVersionThatIsTheSameChangesNothing() {
    VersionDifference same = between(side(BLOG, 0), side(BLOG, 0));
    assertThat(same.changes()).isEmpty();
    assertThat(same.asks()).isEmpty();
    assertThat(same.servesMeanwhile()).isTrue();
  }

  @Test
  void imagesThatAreOtherNewAndGoneAreNamed() {
    Side after = side("services: {web: {image: 'blog:2'}, cache: {image: 'redis:8'}}", 0);
    assertThat(between(side(BLOG, 0), after).changes())
        .containsExactly(
            new VersionChange(Subject.IMAGE, "cache", null, "redis:8"),
            new VersionChange(Subject.IMAGE, "web", "blog:1", "blog:2"));
    assertThat(between(after, side(BLOG, 0)).changes())
        .contains(new VersionChange(Subject.IMAGE, "cache", "redis:8", null));
  }

  @Test
  void oneThatKeepsDataIsReplacedWhereItIs() {
    Side keeps =
        side("services: {web: {image: 'blog:1', volumes: ['kept:/data']}}\nvolumes: {kept: {}}", 0);
    VersionDifference difference = between(side(BLOG, 0), keeps);
    assertThat(difference.changes())
        .containsExactly(new VersionChange(Subject.VOLUME, "kept", null, "web:/data"));
    assertThat(difference.servesMeanwhile()).isFalse();
  }

  @Test
  void onlyWhatNobodyHasAValueForIsAsked() {
    Side after =
        side(
            BLOG,
            0,
            needed("KNOWN", null, null),
            needed("NEW", null, null),
            needed("DEFAULTED", "x", null),
            needed("MADE", null, "uuid"));
    VersionDifference difference = between(side(BLOG, 0), after);
    assertThat(difference.asks()).extracting(Variable::name).containsExactly("NEW");
    assertThat(difference.changes())
        .allMatch(change -> change.subject() == Subject.VARIABLE)
        .extracting(VersionChange::name)
        .containsExactly("DEFAULTED", "KNOWN", "MADE", "NEW");
  }

  @Test
  void anotherPriceIsSaid() {
    assertThat(between(side(BLOG, 0), side(BLOG, 1205)).changes())
        .containsExactly(new VersionChange(Subject.PRICE, "", "0.00 USD", "12.05 USD"));
  }

  private static VersionDifference between(Side before, Side after) {
    return VersionDifference.between(before, after, new TreeSet<>(List.of("KNOWN")));
  }

  private static Variable needed(
      String name, @Nullable String defaultValue, @Nullable String generate) {
    return new Variable(
        name, Variable.Type.STRING, name, "", "", defaultValue, true, generate, null, List.of());
  }

  private static Side side(String compose, long price, Variable... variables) {
    TemplateDefinition template =
        new TemplateDefinition(
            "blog",
            "Blog",
            "1.0.0",
            TemplateDefinition.Kind.APP,
            "Blogs",
            "",
            "",
            compose,
            Arrays.asList(variables),
            null,
            List.of(),
            "",
            price,
            "USD");
    Compiled compiled = ComposeCompiler.compile(compose, template.variables(), new TreeMap<>());
    assertThat(compiled).isInstanceOf(Compiled.Planned.class);
    return new Side(template, ((Compiled.Planned) compiled).plan());
  }
}
