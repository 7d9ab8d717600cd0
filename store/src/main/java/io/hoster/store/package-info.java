@NullMarked
package io.hoster.store;

import org.jspecify.annotations.NullMarked;
