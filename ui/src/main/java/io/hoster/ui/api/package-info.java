@NullMarked
package io.hoster.ui.api;

import org.jspecify.annotations.NullMarked;
