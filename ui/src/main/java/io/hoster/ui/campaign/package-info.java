/** Updates of all apps of a template. */
@NullMarked
package io.hoster.ui.campaign;

import org.jspecify.annotations.NullMarked;
