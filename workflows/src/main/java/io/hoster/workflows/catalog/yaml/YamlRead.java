package io.hoster.workflows.catalog.yaml;

/** What came of reading a text. */
public sealed interface YamlRead {

  /** The text is good YAML. */
  record Document(YamlNode root) implements YamlRead {}

  /** It is not; this is the first problem found. */
  record Broken(YamlProblem problem) implements YamlRead {}
}
