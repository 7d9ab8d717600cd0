package io.hoster.workflows.operation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the rows say is to be done now. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Directive.CarryOut.class, name = "carry-out"),
  @JsonSubTypes.Type(value = Directive.Undo.class, name = "undo"),
  @JsonSubTypes.Type(value = Directive.Rest.class, name = "rest"),
  @JsonSubTypes.Type(value = Directive.End.class, name = "end")
})
public sealed interface Directive {

  /** Go through the operation's open steps. */
  record CarryOut(OperationRef operation) implements Directive {}

  /** Undo what the operation's ledger holds, in reverse. */
  record Undo(OperationRef operation) implements Directive {}

  /**
   * Nothing to do until the next command.
   *
   * @param why such as a command that had become moot; for the operator
   */
  record Rest(String why) implements Directive {}

  /** The deployment is gone; the workflow ends. */
  record End() implements Directive {}
}
