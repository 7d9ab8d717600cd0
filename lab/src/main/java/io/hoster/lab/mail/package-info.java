@NullMarked
package io.hoster.lab.mail;

import org.jspecify.annotations.NullMarked;
