package io.hoster.workflows.catalog.compose;

/**
 * Something that the file says and the platform decides differently, located.
 *
 * @param line from 1
 * @param column from 1
 * @param path a JSON pointer, such as {@code /services/web/restart}
 * @param message a sentence for people: what becomes of it
 */
public record Notice(int line, int column, String path, String message) {}
