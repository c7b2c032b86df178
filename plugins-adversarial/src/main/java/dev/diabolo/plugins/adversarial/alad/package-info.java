/** Adversarially learned anomaly detection: Zenati et al., ICDM 2018. */
@NullMarked
package dev.diabolo.plugins.adversarial.alad;

import org.jspecify.annotations.NullMarked;
