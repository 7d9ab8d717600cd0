/** Updates of all apps of a template. */
@NullMarked
package io.hoster.workflows.campaign;

import org.jspecify.annotations.NullMarked;
