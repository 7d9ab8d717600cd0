@NullMarked
package io.hoster.workflows.catalog.compose;

import org.jspecify.annotations.NullMarked;
