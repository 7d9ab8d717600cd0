package io.hoster.ui.catalog;

import io.hoster.ui.api.Scalars;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A compose file to look at.
 *
 * @param variables what it declares; null: nothing
 * @param values names to values; null: none are given
 */
public record CheckRequest(
    @Nullable String compose,
    @Nullable List<@Nullable VariableJson> variables,
    @JsonDeserialize(contentUsing = Scalars.class) @Nullable SortedMap<String, String> values) {}
