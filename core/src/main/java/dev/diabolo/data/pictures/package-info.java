/** Folders of pictures: PNG, JPEG, BMP, GIF and whatever else the JDK's ImageIO finds a reader for. */
@NullMarked
package dev.diabolo.data.pictures;

import org.jspecify.annotations.NullMarked;
