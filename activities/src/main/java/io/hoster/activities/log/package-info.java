/** Streams logs over HTTP from the worker that reaches the node. */
@NullMarked
package io.hoster.activities.log;

import org.jspecify.annotations.NullMarked;
