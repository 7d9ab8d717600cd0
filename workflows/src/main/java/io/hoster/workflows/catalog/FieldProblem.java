package io.hoster.workflows.catalog;

/**
 * What is wrong with a value that was typed.
 *
 * @param name the variable
 * @param message a sentence to show at its field
 */
public record FieldProblem(String name, String message) {}
