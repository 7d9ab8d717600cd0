/** YAML read safely: bounded, without tags and code, each value with its place in the text. */
@NullMarked
package io.hoster.workflows.catalog.yaml;

import org.jspecify.annotations.NullMarked;
