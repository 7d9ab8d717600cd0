/** The production installation of {@code docker-compose.yml}, put to the proof. */
@NullMarked
package io.hoster.lab.production;

import org.jspecify.annotations.NullMarked;
