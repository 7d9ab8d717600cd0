/** Parts that every page is made of: states, times, faces, the operation timeline. */
@NullMarked
package io.hoster.ui.component;

import org.jspecify.annotations.NullMarked;
