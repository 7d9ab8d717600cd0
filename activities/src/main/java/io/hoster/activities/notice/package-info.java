/** Who is told what, and how. */
@NullMarked
package io.hoster.activities.notice;

import org.jspecify.annotations.NullMarked;
