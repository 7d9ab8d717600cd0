@NullMarked
package io.hoster.workflows.catalog;

import org.jspecify.annotations.NullMarked;
