package dev.diabolo.data.audio;

import java.util.Arrays;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * Log-mel frames of a sound. Immutable.
 *
 * <p><b>Formula:</b> frame t has the samples s[t hop + n], n from 0 to window - 1, weighted with Hann's window 0.5 - 0.5 cos(2 pi
 * n / window) and filled with zeros to a power of two, N. With X its discrete Fourier transform, band b is ln(max(1e-10, sum over
 * k of w_b(k rate / N) |X_k|^2)), k from 0 to N/2. The weights w_b rise linearly, in Hz, from 0 at edge b to 1 at edge b + 1 and
 * fall to 0 at edge b + 2. The edges are equally far apart in mel, m(f) = 2595 log10(1 + f / 700).
 *
 * <p><b>Source:</b> Davis and Mermelstein 1980 (see the package) for triangular bands of the spectrum's power; the mel formula is
 * that of D. O'Shaughnessy, "Speech communication", 1987, p. 150. Hann's window and the floor are our choice.
 */
final class MelSpectrogram {
    /** A sound that is silent throughout has this power in each band. */
    static final double FLOOR = 1e-10;

    /** The longest frame: its transform takes 100 MB while it is computed. */
    static final int MOST_SAMPLES = 1 << 20;

    private final int hop;
    private final int transformed;
    private final double[] hann;
    private final Band[] bands;

    /**
     * @param rate samples a second
     * @param window samples of a frame, at most {@link #MOST_SAMPLES}
     * @param hop samples between the beginnings of two
     * @param lowest frequency of the first edge
     * @param highest frequency of the last; at most half of {@code rate}
     */
    MelSpectrogram(int rate, int window, int hop, int bands, double lowest, double highest) {
        this.hop = hop;
        this.hann = new double[window];
        for (int n = 0; n < window; n++) {
            hann[n] = 0.5 - 0.5 * Math.cos(2 * Math.PI * n / window);
        }
        this.transformed = Math.max(2, Integer.highestOneBit(2 * window - 1));
        this.bands = new Band[bands];
        double low = mel(lowest);
        double step = (mel(highest) - low) / (bands + 1);
        for (int band = 0; band < bands; band++) {
            double left = hertz(low + band * step);
            double middle = hertz(low + (band + 1) * step);
            double right = hertz(low + (band + 2) * step);
            int first = (int) Math.max(0, Math.floor(left * transformed / rate));
            int last = (int) Math.min(transformed / 2.0, Math.ceil(right * transformed / rate));
            double[] weights = new double[Math.max(0, last - first + 1)];
            for (int k = first; k <= last; k++) {
                double frequency = (double) k * rate / transformed;
                double rising = (frequency - left) / (middle - left);
                double falling = (right - frequency) / (right - middle);
                weights[k - first] = Math.max(0, Math.min(rising, falling));
            }
            this.bands[band] = new Band(first, weights);
        }
    }

    /** The weights of one band, from its first frequency on; all others are 0, and most are. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Band(int first, double[] weights) {
        double of(double[] power) {
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                sum += weights[k] * power[first + k];
            }
            return sum;
        }
    }

    static double mel(double hertz) {
        return 2595 * Math.log10(1 + hertz / 700);
    }

    static double hertz(double mel) {
        return 700 * (Math.pow(10, mel / 2595) - 1);
    }

    /** The first band that no frequency of the transform falls into, which would be silent always; -1 where there is none. */
    int emptyBand() {
        for (int band = 0; band < bands.length; band++) {
            if (Arrays.stream(bands[band].weights()).sum() == 0) {
                return band;
            }
        }
        return -1;
    }

    /** How many whole frames so many samples have. */
    int frames(int samples) {
        return samples < hann.length ? 0 : (samples - hann.length) / hop + 1;
    }

    /** One frame's bands. */
    float[] frame(float[] samples, int number) {
        double[] weighted = new double[transformed];
        for (int n = 0; n < hann.length; n++) {
            weighted[n] = samples[number * hop + n] * hann[n];
        }
        Complex[] spectrum =
                new FastFourierTransformer(DftNormalization.STANDARD).transform(weighted, TransformType.FORWARD);
        double[] power = new double[transformed / 2 + 1];
        for (int k = 0; k < power.length; k++) {
            double real = spectrum[k].getReal();
            double imaginary = spectrum[k].getImaginary();
            power[k] = real * real + imaginary * imaginary;
        }
        float[] logarithms = new float[bands.length];
        for (int band = 0; band < bands.length; band++) {
            logarithms[band] = (float) Math.log(Math.max(FLOOR, bands[band].of(power)));
        }
        return logarithms;
    }
}
