/** People, their tenant and how they sign in. */
@NullMarked
package io.hoster.ui.tenant;

import org.jspecify.annotations.NullMarked;
