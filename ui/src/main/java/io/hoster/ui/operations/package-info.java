/** What operators and their tools ask of a process: health, figures, the API's description. */
@NullMarked
package io.hoster.ui.operations;

import org.jspecify.annotations.NullMarked;
