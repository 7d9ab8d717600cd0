@NullMarked
package io.hoster.store.notice;

import org.jspecify.annotations.NullMarked;
