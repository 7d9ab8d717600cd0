@NullMarked
package io.hoster.lab;

import org.jspecify.annotations.NullMarked;
