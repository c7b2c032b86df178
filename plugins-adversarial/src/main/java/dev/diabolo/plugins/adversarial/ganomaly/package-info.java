/** GANomaly: Akcay et al., GANomaly: semi-supervised anomaly detection via adversarial training, ACCV 2018. */
@NullMarked
package dev.diabolo.plugins.adversarial.ganomaly;

import org.jspecify.annotations.NullMarked;
