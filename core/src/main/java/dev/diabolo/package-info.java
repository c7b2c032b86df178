/** What a program that embeds Diabolo sees: training, trained models, and what is installed. */
@NullMarked
package dev.diabolo;

import org.jspecify.annotations.NullMarked;
