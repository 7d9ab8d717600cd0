package io.hoster.ui.api;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Takes a value for a variable as people write it: a text, a number or true and false. Each becomes
 * the text it is written as; anything else is refused.
 */
public final class Scalars extends StdDeserializer<String> {

  public Scalars() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> context.readValue(parser, String.class);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> parser.getString();
      default -> (String) context.handleUnexpectedToken(getValueType(context), parser);
    };
  }

  @Override
  public String getNullValue(DeserializationContext context) {
    return context.reportInputMismatch(this, "a value is a text, a number, true or false");
  }
}
