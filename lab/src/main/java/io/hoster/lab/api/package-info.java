/** The product as its customers see it: the REST API through the edge. */
@NullMarked
package io.hoster.lab.api;

import org.jspecify.annotations.NullMarked;
