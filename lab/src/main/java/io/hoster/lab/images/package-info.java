@NullMarked
package io.hoster.lab.images;

import org.jspecify.annotations.NullMarked;
