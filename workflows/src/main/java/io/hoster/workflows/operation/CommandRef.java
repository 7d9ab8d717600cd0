package io.hoster.workflows.operation;

/** A command, as it travels to the workflow: the row says the rest. */
public record CommandRef(CommandId id, CommandKind kind) {}
