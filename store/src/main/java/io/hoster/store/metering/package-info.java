@NullMarked
package io.hoster.store.metering;

import org.jspecify.annotations.NullMarked;
