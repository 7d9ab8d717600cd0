@NullMarked
package io.hoster.workflows.edge;

import org.jspecify.annotations.NullMarked;
