@NullMarked
package io.hoster.workflows;

import org.jspecify.annotations.NullMarked;
