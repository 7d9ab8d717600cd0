package io.hoster.ui.journey;

/**
 * The deployment that a test is about.
 *
 * @param id its id, {@code dep_…}
 */
record Subject(String id, App app) {}
