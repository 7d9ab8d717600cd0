/** What workflows about tenants have done. */
@NullMarked
package io.hoster.activities.tenant;

import org.jspecify.annotations.NullMarked;
