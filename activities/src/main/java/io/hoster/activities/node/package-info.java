/** Watching nodes: what they are, how their containers do, what those use. */
@NullMarked
package io.hoster.activities.node;

import org.jspecify.annotations.NullMarked;
