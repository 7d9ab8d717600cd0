@NullMarked
package io.hoster.activities.deployment;

import org.jspecify.annotations.NullMarked;
