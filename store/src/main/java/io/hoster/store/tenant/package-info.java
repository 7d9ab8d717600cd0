@NullMarked
package io.hoster.store.tenant;

import org.jspecify.annotations.NullMarked;
