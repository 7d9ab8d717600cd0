package io.hoster.ui.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.module.SimpleModule;

/** Refuses text that PostgreSQL cannot keep: the character NUL and half surrogates. */
final class CleanText extends SimpleModule {

  private static final long serialVersionUID = 1L;

  CleanText() {
    super("clean-text");
    addDeserializer(String.class, new Values());
    addKeyDeserializer(String.class, new Keys());
  }

  /** Whether a database keeps {@code text} as it is. */
  static boolean isClean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)
          && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
        return false;
      }
    }
    return true;
  }

  private static final class Values extends StringDeserializer {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
      String text = super.deserialize(parser, context);
      if (text != null && !isClean(text)) {
        throw InvalidFormatException.from(parser, "not a text", text, String.class);
      }
      return text;
    }
  }

  private static final class Keys extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
      if (!isClean(key)) {
        throw InvalidFormatException.from(context.getParser(), "not a text", key, String.class);
      }
      return key;
    }
  }
}
