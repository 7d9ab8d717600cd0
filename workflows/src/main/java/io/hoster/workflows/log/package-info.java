/** Who may read a deployment's log, and for how long. */
@NullMarked
package io.hoster.workflows.log;

import org.jspecify.annotations.NullMarked;
