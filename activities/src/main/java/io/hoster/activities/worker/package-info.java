@NullMarked
package io.hoster.activities.worker;

import org.jspecify.annotations.NullMarked;
