@NullMarked
package io.hoster.activities.caddy;

import org.jspecify.annotations.NullMarked;
