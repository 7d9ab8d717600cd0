package io.hoster.workflows;

import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.Jackson3JsonPayloadConverter;
import io.temporal.payload.codec.PayloadCodec;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;

/**
 * How values travel through the engine. Never the web's mapper: what the web changes would break
 * the replay of histories. Fields may be added and removed; missing primitives are zero.
 */
public final class Payloads {

  private Payloads() {}

  /** In the clear; for tests and saved histories. */
  public static DataConverter plain() {
    return DefaultDataConverter.newDefaultInstance()
        .withPayloadConverterOverrides(
            new Jackson3JsonPayloadConverter(
                Jackson3JsonPayloadConverter.newDefaultJsonMapper(false)
                    .rebuild()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                    .build()));
  }

  /** Encrypted, failures included. */
  public static DataConverter encrypted(PayloadCodec codec) {
    return new CodecDataConverter(plain(), List.of(codec), true);
  }
}
