@NullMarked
package io.hoster.workflows.node;

import org.jspecify.annotations.NullMarked;
