@NullMarked
package io.hoster.activities.docker;

import org.jspecify.annotations.NullMarked;
