/**
 * Recurrent encoder and decoder for sequences, as in Sutskever, Vinyals and Le, Sequence to sequence learning with neural
 * networks, 2014, and Srivastava, Mansimov and Salakhutdinov, Unsupervised learning of video representations using LSTMs, 2015.
 * Reproduced: the encoder's last state as the code, from which a second network writes the sequence. Differs: the decoder reads
 * the code at every step and never its own output ("unconditioned" in the latter), and writes forward in time.
 */
@NullMarked
package dev.diabolo.plugins.vanilla.recurrent;

import org.jspecify.annotations.NullMarked;
