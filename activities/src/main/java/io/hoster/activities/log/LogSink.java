package io.hoster.activities.log;

import java.io.IOException;
import java.util.List;

/** Whoever reads; throws when it has gone. */
interface LogSink {

  /**
   * Takes the next lines at once; none: nothing was written for a while, and this is the moment to
   * notice that the reader has gone.
   */
  void take(List<LogEntry> lines) throws IOException;
}
