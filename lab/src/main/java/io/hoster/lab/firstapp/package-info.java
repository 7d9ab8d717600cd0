@NullMarked
package io.hoster.lab.firstapp;

import org.jspecify.annotations.NullMarked;
