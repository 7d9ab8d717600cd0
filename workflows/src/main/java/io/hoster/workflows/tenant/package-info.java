@NullMarked
package io.hoster.workflows.tenant;

import org.jspecify.annotations.NullMarked;
