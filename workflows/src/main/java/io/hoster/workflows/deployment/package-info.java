@NullMarked
package io.hoster.workflows.deployment;

import org.jspecify.annotations.NullMarked;
