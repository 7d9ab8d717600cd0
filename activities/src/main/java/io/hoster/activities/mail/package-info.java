@NullMarked
package io.hoster.activities.mail;

import org.jspecify.annotations.NullMarked;
