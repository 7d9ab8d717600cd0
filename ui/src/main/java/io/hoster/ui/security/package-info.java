@NullMarked
package io.hoster.ui.security;

import org.jspecify.annotations.NullMarked;
