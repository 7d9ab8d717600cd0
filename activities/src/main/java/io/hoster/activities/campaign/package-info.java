/** What updates of all apps of a template have done. */
@NullMarked
package io.hoster.activities.campaign;

import org.jspecify.annotations.NullMarked;
