/**
 * The measurements of docs/performance.md: the product beside what it is compared with, in one run.
 */
@NullMarked
package io.hoster.lab.bench;

import org.jspecify.annotations.NullMarked;
