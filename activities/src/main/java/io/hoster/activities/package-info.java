@NullMarked
package io.hoster.activities;

import org.jspecify.annotations.NullMarked;
