@NullMarked
package io.hoster.ui.engine;

import org.jspecify.annotations.NullMarked;
