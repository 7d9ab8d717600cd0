package io.hoster.ui.engine;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.hoster.ui.Problem;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Actor.StaffRole;
import io.hoster.ui.security.CurrentActor;
import io.hoster.workflows.PayloadCipher;
import io.temporal.api.common.v1.Payloads;
import io.temporal.payload.codec.PayloadCodecException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Decodes payloads for the engine's web UI, for operators and administrators only. */
@RestController
@ConditionalOnBooleanProperty("hoster.role.web")
class CodecController {

  private final PayloadCipher cipher;
  private final CurrentActor current;

  CodecController(PayloadCipher cipher, CurrentActor current) {
    this.cipher = cipher;
    this.current = current;
  }

  /**
   * @param body protobuf JSON of {@code Payloads}, as the engine's UI sends it
   */
  @PostMapping(value = "/ops/codec/decode", produces = MediaType.APPLICATION_JSON_VALUE)
  String decode(@RequestBody String body) {
    requireOperator();
    try {
      Payloads.Builder payloads = Payloads.newBuilder();
      JsonFormat.parser().ignoringUnknownFields().merge(body, payloads);
      return JsonFormat.printer()
          .omittingInsignificantWhitespace()
          .print(Payloads.newBuilder().addAllPayloads(cipher.decode(payloads.getPayloadsList())));
    } catch (InvalidProtocolBufferException | PayloadCodecException e) {
      throw new Problem(422, "invalid", "These are no payloads of this installation.");
    }
  }

  private void requireOperator() {
    Actor actor = current.require();
    if (!actor.isStaff(StaffRole.OPERATOR)) {
      throw Problem.notFound();
    }
  }
}
