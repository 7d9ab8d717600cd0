package io.hoster.ui.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a process is.
 *
 * @param status {@code ok} or {@code unavailable}
 * @param away the parts that do not answer; absent: not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Health(String status, String version, @Nullable List<String> away) {}
