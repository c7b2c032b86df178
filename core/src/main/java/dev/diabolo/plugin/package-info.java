/** What plugins there are: the catalog of components, the recipes, and what is wrong with those that can't be used. */
@NullMarked
package dev.diabolo.plugin;

import org.jspecify.annotations.NullMarked;
