package dev.diabolo.data.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class MelSpectrogramTest {
    private static final int RATE = 8000;
    private static final int WINDOW = 256;

    /**
     * A cosine of amplitude a that fits k0 times into the window has, with Hann's window, |X| of aN/4 at k0 and aN/8 beside it,
     * and nothing elsewhere.
     */
    @Test
    void aCosineHasTheClosedFormsPowerInItsBands() {
        int k0 = 40;
        double amplitude = 0.5;
        float[] samples = new float[WINDOW];
        for (int n = 0; n < WINDOW; n++) {
            samples[n] = (float) (amplitude * Math.cos(2 * Math.PI * k0 * n / WINDOW));
        }
        int bands = 10;
        float[] frame = new MelSpectrogram(RATE, WINDOW, 128, bands, 0, 4000).frame(samples, 0);

        double top = MelSpectrogram.mel(4000);
        for (int band = 0; band < bands; band++) {
            double left = MelSpectrogram.hertz(band * top / (bands + 1));
            double middle = MelSpectrogram.hertz((band + 1) * top / (bands + 1));
            double right = MelSpectrogram.hertz((band + 2) * top / (bands + 1));
            double expected = 0;
            for (int k = k0 - 1; k <= k0 + 1; k++) {
                double frequency = (double) k * RATE / WINDOW;
                double weight = Math.max(
                        0, Math.min((frequency - left) / (middle - left), (right - frequency) / (right - middle)));
                double magnitude = amplitude * WINDOW / (k == k0 ? 4 : 8);
                expected += weight * magnitude * magnitude;
            }
            if (expected > 1e-3) {
                assertThat((double) frame[band]).isCloseTo(Math.log(expected), within(1e-4));
            } else {
                assertThat((double) frame[band]).isLessThan(Math.log(1e-3));
            }
        }
    }

    @Test
    void silenceIsTheFloor() {
        float[] frame = new MelSpectrogram(RATE, WINDOW, 128, 5, 0, 4000).frame(new float[WINDOW], 0);
        assertThat(frame).containsOnly((float) Math.log(MelSpectrogram.FLOOR));
    }

    @Test
    void framesAreThoseThatFit() {
        MelSpectrogram mel = new MelSpectrogram(RATE, 200, 80, 5, 0, 4000);
        assertThat(mel.frames(199)).isZero();
        assertThat(mel.frames(200)).isEqualTo(1);
        assertThat(mel.frames(279)).isEqualTo(1);
        assertThat(mel.frames(280)).isEqualTo(2);
    }

    @Test
    void aBandNarrowerThanTheSpectrumIsFineIsFound() {
        assertThat(new MelSpectrogram(RATE, 64, 32, 200, 0, 4000).emptyBand()).isNotNegative();
        assertThat(new MelSpectrogram(RATE, WINDOW, 32, 20, 0, 4000).emptyBand())
                .isNegative();
    }

    @Property
    void melAndHertzAreInverse(@ForAll @DoubleRange(min = 0, max = 20_000) double hertz) {
        assertThat(MelSpectrogram.hertz(MelSpectrogram.mel(hertz))).isCloseTo(hertz, within(1e-6));
    }

    /** O'Shaughnessy's formula is made such that 1000 Hz is 1000 mel. */
    @Test
    void aThousandHertzAreAThousandMel() {
        assertThat(MelSpectrogram.mel(1000)).isCloseTo(1000, within(0.02));
    }

    /** Each band's weights are kept where they are not 0: all of 1024 bands in so fine a spectrum would be 4 GB. */
    @Test
    void manyBandsOfALongFrameTakeLittleMemory() {
        MelSpectrogram mel = new MelSpectrogram(1_000_000, MelSpectrogram.MOST_SAMPLES, 1, 1024, 20, 500_000);

        assertThat(mel.emptyBand()).isEqualTo(-1);
    }
}
