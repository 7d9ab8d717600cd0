@NullMarked
package io.hoster.workflows.metering;

import org.jspecify.annotations.NullMarked;
