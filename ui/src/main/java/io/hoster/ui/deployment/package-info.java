/** Deployments: making them, watching them, changing them. */
@NullMarked
package io.hoster.ui.deployment;

import org.jspecify.annotations.NullMarked;
