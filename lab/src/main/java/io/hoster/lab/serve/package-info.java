@NullMarked
package io.hoster.lab.serve;

import org.jspecify.annotations.NullMarked;
