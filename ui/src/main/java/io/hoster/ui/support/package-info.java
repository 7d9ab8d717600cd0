/** What staff see of operations and decide about them. */
@NullMarked
package io.hoster.ui.support;

import org.jspecify.annotations.NullMarked;
