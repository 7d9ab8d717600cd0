@NullMarked
package io.hoster.store.catalog;

import org.jspecify.annotations.NullMarked;
