@NullMarked
package io.hoster.store.edge;

import org.jspecify.annotations.NullMarked;
