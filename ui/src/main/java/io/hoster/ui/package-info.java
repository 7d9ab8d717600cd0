@NullMarked
package io.hoster.ui;

import org.jspecify.annotations.NullMarked;
