package io.hoster.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.DeploymentWorkflow.DeploymentInput;
import io.hoster.workflows.operation.CommandId;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.operation.CommandRef;
import io.hoster.workflows.operation.Directive;
import io.hoster.workflows.operation.OperationId;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.OperationRef;
import io.hoster.workflows.operation.Step;
import io.hoster.workflows.tenant.TenantId;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.failure.v1.Failure;
import io.temporal.common.converter.DataConverter;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written today is read by the version of tomorrow. */
class PayloadsTest {

  private static final OperationRef OPERATION =
      new OperationRef(
          new OperationId("opr_1"),
          OperationKind.STOP,
          new TenantId("ten_1"),
          new DeploymentId("dep_1"),
          3,
          List.of(Step.CLOSE_ADDRESS, Step.STOP_CONTAINERS),
          2);
  private static final String OPERATION_JSON =
      """
      {"id":"opr_1","kind":"STOP","tenant":"ten_1","deployment":"dep_1","generation":3,\
      "steps":["CLOSE_ADDRESS","STOP_CONTAINERS"],"total":2}\
      """;

  private final DataConverter plain = Payloads.plain();

  private String write(Object value) {
    return plain.toPayload(value).orElseThrow().getData().toStringUtf8();
  }

  private <T> T read(String json, Class<T> type) {
    Payload payload =
        Payload.newBuilder()
            .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
            .setData(ByteString.copyFromUtf8(json))
            .build();
    return plain.fromPayload(payload, type, type);
  }

  private static DataConverter encrypted() {
    TreeMap<String, byte[]> ring = new TreeMap<>();
    ring.put("one", new byte[32]);
    return Payloads.encrypted(new PayloadCipher("one", ring));
  }

  @Test
  void anOperationIsWrittenWithIdsAsPlainTexts() {
    assertThat(write(OPERATION)).isEqualToIgnoringWhitespace(OPERATION_JSON);
    assertThat(read(OPERATION_JSON, OperationRef.class)).isEqualTo(OPERATION);
  }

  @Test
  void aFieldOfALaterVersionIsIgnored() {
    String json = OPERATION_JSON.replace("\"total\":2", "\"total\":2,\"priority\":{\"a\":[1]}");
    assertThat(read(json, OperationRef.class)).isEqualTo(OPERATION);
  }

  @Test
  void aNumberThatAnEarlierVersionDidNotWriteIsZero() {
    OperationRef read = read(OPERATION_JSON.replace(",\"total\":2", ""), OperationRef.class);
    assertThat(read.total()).isZero();
    assertThat(read.steps()).isEqualTo(OPERATION.steps());
  }

  static List<Directive> directives() {
    return List.of(
        new Directive.CarryOut(OPERATION),
        new Directive.Undo(OPERATION),
        new Directive.Rest("Nothing is under way."),
        new Directive.End());
  }

  @ParameterizedTest
  @MethodSource("directives")
  void aDirectiveSaysWhichItIs(Directive directive) {
    String tag =
        switch (directive) {
          case Directive.CarryOut carryOut -> "carry-out";
          case Directive.Undo undo -> "undo";
          case Directive.Rest rest -> "rest";
          case Directive.End end -> "end";
        };
    assertThat(write(directive)).startsWith("{\"do\":\"" + tag + "\"");
    assertThat(read(write(directive), Directive.class)).isEqualTo(directive);
  }

  @Test
  void whatARunHandsToTheNextComesThroughWhole() {
    DeploymentInput input =
        new DeploymentInput(
            new DeploymentId("dep_1"),
            new TenantId("ten_1"),
            List.of("cmd_1", "cmd_2"),
            List.of(new CommandRef(new CommandId("cmd_3"), CommandKind.CANCEL)));
    assertThat(read(write(input), DeploymentInput.class)).isEqualTo(input);
  }

  @Test
  void encryptedValuesComeThroughAndCannotBeRead() {
    Payload payload = encrypted().toPayload(OPERATION).orElseThrow();
    assertThat(payload.getData().toStringUtf8()).doesNotContain("opr_1");
    assertThat(encrypted().fromPayload(payload, OperationRef.class, OperationRef.class))
        .isEqualTo(OPERATION);
  }

  @Test
  void theTextOfAFailureIsEncryptedToo() {
    Failure failure =
        encrypted()
            .exceptionToFailure(ApplicationFailure.newFailure("postgres://user", "UNEXPECTED"));
    assertThat(failure.toString()).doesNotContain("postgres");
    assertThat(encrypted().failureToException(failure)).hasMessageContaining("postgres://user");
  }
}
