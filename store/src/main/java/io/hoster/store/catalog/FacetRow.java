package io.hoster.store.catalog;

import io.hoster.workflows.catalog.TemplateDefinition.Kind;

/**
 * How many templates that match a search are of a kind and category and have, or have no, price.
 */
public record FacetRow(Kind kind, String category, boolean paid, int count) {}
