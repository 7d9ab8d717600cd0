/** The marketplace. */
@NullMarked
package io.hoster.ui.catalog;

import org.jspecify.annotations.NullMarked;
