@NullMarked
package io.hoster.workflows.operation;

import org.jspecify.annotations.NullMarked;
