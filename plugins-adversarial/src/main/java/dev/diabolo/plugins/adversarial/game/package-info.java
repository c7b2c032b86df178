/** What all adversarial losses share: the terms of the game, and what is watched while it is played. */
@NullMarked
package dev.diabolo.plugins.adversarial.game;

import org.jspecify.annotations.NullMarked;
