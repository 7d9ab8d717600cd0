@NullMarked
package io.hoster.store.deployment;

import org.jspecify.annotations.NullMarked;
