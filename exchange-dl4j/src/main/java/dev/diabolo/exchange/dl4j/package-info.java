/**
 * Exchange with Deeplearning4j 1.0.0-M2.1: networks of fully connected, convolutional and LSTM layers are written as model files of
 * its {@code MultiLayerNetwork}, and such files become encoders. Other layers are refused by name.
 */
@NullMarked
package dev.diabolo.exchange.dl4j;

import org.jspecify.annotations.NullMarked;
