package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.exchange.LinearMap;

/** Weights and biases of layers that do what a layer and a scaling beside it do. */
final class Scaled {
    private Scaled() {}

    /** {@code f W}. */
    static float[] weight(float[] weight, LinearMap map) {
        float[] scaled = new float[weight.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (map.factor() * weight[i]);
        }
        return scaled;
    }

    /** Behind the layer: {@code f (x W + b) + s = x (f W) + (f b + s)}. */
    static float[] bias(float[] bias, LinearMap map) {
        float[] scaled = new float[bias.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (map.factor() * bias[i] + map.shift());
        }
        return scaled;
    }

    /** Before the layer: {@code (f x + s 1) W + b = x (f W) + (b + s 1 W)}. */
    static float[] biasBehind(LinearMap map, float[] weight, float[] bias) {
        double[] sums = new double[bias.length];
        for (int i = 0; i < weight.length; i++) {
            sums[i % bias.length] += weight[i];
        }
        float[] shifted = new float[bias.length];
        for (int j = 0; j < shifted.length; j++) {
            shifted[j] = (float) (bias[j] + map.shift() * sums[j]);
        }
        return shifted;
    }
}
