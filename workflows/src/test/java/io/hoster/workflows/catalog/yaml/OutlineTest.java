package io.hoster.workflows.catalog.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutlineTest {

  private static final String TEXT =
      """
      # 😀
      a:
        b: "c" # d
        e: [f, {g: h}]
        i: |
          j
          k

      l:
        - m: n
          o:
        - 😀p
        - -5
      """;

  private final Outline outline = Outline.of(TEXT).orElseThrow();

  private Part part(String... keys) {
    Part part = outline.root();
    for (String key : keys) {
      part =
          key.matches("[0-9]")
              ? part.children().get(Integer.parseInt(key))
              : part.child(key).orElseThrow();
    }
    return part;
  }

  private static String whole(Part part) {
    return TEXT.substring(part.begin(), part.to());
  }

  @Test
  void tellsWhereEachPartStands() {
    assertThat(whole(part("a", "b"))).isEqualTo("b: \"c\"");
    assertThat(whole(part("a", "e"))).isEqualTo("e: [f, {g: h}]");
    assertThat(whole(part("a", "e", "1"))).isEqualTo("{g: h}");
    assertThat(whole(part("a", "e", "1", "g"))).isEqualTo("g: h");
    assertThat(whole(part("a", "i"))).isEqualTo("i: |\n    j\n    k");
    assertThat(whole(part("l", "0"))).isEqualTo("- m: n\n    o:");
    assertThat(whole(part("l", "1"))).isEqualTo("- 😀p");
    assertThat(whole(part("l", "2"))).isEqualTo("- -5");
    assertThat(part("a", "b").raw()).isEqualTo("\"c\"");
    assertThat(part("a", "b").scalar()).isEqualTo("c");
  }

  @Test
  void knowsNeighboursAndForms() {
    assertThat(part("a", "e").previous()).contains(part("a", "b"));
    assertThat(part("a", "e").next()).contains(part("a", "i"));
    assertThat(part("a", "i").next()).isEmpty();
    assertThat(part("a", "e").isFlow()).isTrue();
    assertThat(part("a", "e").isInFlow()).isFalse();
    assertThat(part("a", "e", "1", "g").isInFlow()).isTrue();
    assertThat(part("l").isSequence()).isTrue();
    assertThat(part("a").isMapping()).isTrue();
  }

  @Test
  void findsAPartByItsPlace() {
    assertThat(outline.at(new Place(3, 3), "/a/b")).contains(part("a", "b"));
    assertThat(outline.at(new Place(3, 6), "/a/b")).contains(part("a", "b"));
    assertThat(outline.at(new Place(10, 5), "/l/0")).contains(part("l", "0"));
    assertThat(outline.at(new Place(10, 5), "/l/0/m")).contains(part("l", "0", "m"));
    assertThat(outline.at(new Place(99, 1), "/l")).isEmpty();
    assertThat(outline.placeOf(part("l", "1"))).isEqualTo(new Place(12, 5));
  }

  @Test
  void aTextThatCannotBeReadHasNone() {
    assertThat(Outline.of("a: [")).isEmpty();
    assertThat(Outline.of("")).isEmpty();
  }
}
