@NullMarked
package io.hoster.ui.tenant;

import org.jspecify.annotations.NullMarked;
