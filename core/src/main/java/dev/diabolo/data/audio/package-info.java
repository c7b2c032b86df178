/**
 * WAV files as log-mel spectrograms: S. Davis, P. Mermelstein, "Comparison of parametric representations for monosyllabic word
 * recognition in continuously spoken sentences", IEEE Trans. ASSP 28(4), 1980, before their cosine transform.
 */
@NullMarked
package dev.diabolo.data.audio;

import org.jspecify.annotations.NullMarked;
