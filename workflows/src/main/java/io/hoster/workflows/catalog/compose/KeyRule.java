package io.hoster.workflows.catalog.compose;

/**
 * A row of the policy's table.
 *
 * @param key as the file writes it
 * @param sentence the rest of a sentence that begins with the key: what happens to it, and of a
 *     refused one also what to do instead
 */
public record KeyRule(String key, Decision decision, String sentence) {

  static KeyRule keep(String key, String sentence) {
    return new KeyRule(key, Decision.KEEP, sentence);
  }

  static KeyRule rewrite(String key, String sentence) {
    return new KeyRule(key, Decision.REWRITE, sentence);
  }

  static KeyRule refuse(String key, String sentence) {
    return new KeyRule(key, Decision.REFUSE, sentence);
  }
}
