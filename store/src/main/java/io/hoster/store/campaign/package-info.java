/** Updates of all apps of a template. */
@NullMarked
package io.hoster.store.campaign;

import org.jspecify.annotations.NullMarked;
