/** What needs the reader at a glance. */
@NullMarked
package io.hoster.ui.overview;

import org.jspecify.annotations.NullMarked;
