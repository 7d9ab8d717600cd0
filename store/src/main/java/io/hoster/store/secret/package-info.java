@NullMarked
package io.hoster.store.secret;

import org.jspecify.annotations.NullMarked;
