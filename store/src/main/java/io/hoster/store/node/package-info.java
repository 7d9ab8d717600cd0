@NullMarked
package io.hoster.store.node;

import org.jspecify.annotations.NullMarked;
