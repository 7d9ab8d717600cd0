package io.hoster.ui.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a process is.
 *
 * @param status {@code ok}, {@code degraded} or {@code unavailable}
 * @param away the parts that do not answer and without which it is not ready; absent: not asked for
 * @param degraded the parts that do not answer and for which work waits; absent: not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Health(
    String status, String version, @Nullable List<String> away, @Nullable List<String> degraded) {

  /** Of a process that was only asked whether it runs. */
  static Health alive(String version) {
    return new Health("ok", version, null, null);
  }
}
