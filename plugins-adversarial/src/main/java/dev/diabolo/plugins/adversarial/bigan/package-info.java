/** Generation and inference learnt together: Donahue et al., Adversarial feature learning, ICLR 2017; Dumoulin et al., Adversarially learned
 * inference, ICLR 2017. */
@NullMarked
package dev.diabolo.plugins.adversarial.bigan;

import org.jspecify.annotations.NullMarked;
