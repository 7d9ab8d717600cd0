@NullMarked
package io.hoster.store.operation;

import org.jspecify.annotations.NullMarked;
