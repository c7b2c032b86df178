package dev.diabolo.data;

import static dev.diabolo.data.DataFixtures.all;
import static dev.diabolo.data.DataFixtures.failure;
import static dev.diabolo.data.DataFixtures.sources;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinesSourceTest {
    @Test
    void wavesOfFiftyStepsUnlessToldOtherwise() {
        Dataset sines = sources().open("sines");

        assertThat(sines.name()).isEqualTo("sines");
        assertThat(sines.spec()).isEqualTo(TensorSpec.of(1, 50));
        assertThat(sines.train().size()).isEqualTo(4000);
        assertThat(sines.testOrTrain().size()).isEqualTo(1000);
        assertThat(sines.train().labelled()).isFalse();
    }

    @Test
    void everySettingCanBeChosen() {
        Dataset sines = sources().open("sines:train=7,test=3,steps=20,features=2,noise=0.1,seed=-5");

        assertThat(sines.spec()).isEqualTo(TensorSpec.of(2, 20));
        assertThat(sines.train().size()).isEqualTo(7);
        assertThat(sines.testOrTrain().size()).isEqualTo(3);
        assertThat(sines.origin()).contains("7", "3", "20 steps", "2 features", "noise 0.1", "seed -5");
    }

    /** A sine's values at three neighbouring steps: x(t-1) + x(t+1) = 2 cos(w) x(t), with one w for a whole sequence. */
    @Test
    void eachSequenceIsASineOfOneFrequencyWithinBounds() {
        int steps = 40;
        Examples waves = sources().open("sines:train=200,steps=40,features=2").train();
        List<Double> turns = new ArrayList<>();
        for (float[] wave : rows(waves)) {
            double products = 0;
            double squares = 0;
            for (int t = 1; t < steps - 1; t++) {
                products += wave[t] * (wave[t - 1] + wave[t + 1]);
                squares += wave[t] * wave[t];
            }
            double cosine = products / squares / 2;
            turns.add(Math.acos(cosine) * steps / (2 * Math.PI));
            for (int feature = 0; feature < 2; feature++) {
                for (int t = 1; t < steps - 1; t++) {
                    int at = feature * steps + t;
                    assertThat(wave[at - 1] + wave[at + 1]).isCloseTo((float) (2 * cosine * wave[at]), within(1e-4f));
                }
            }
        }
        assertThat(turns).allMatch(f -> f > 0.99 && f < 4.01);
        // Uniform from 1 to 4: the mean of 200 is within five standard errors of 2.5.
        assertThat(turns.stream().mapToDouble(f -> f).average().orElseThrow()).isCloseTo(2.5, within(0.31));
    }

    @Test
    void theSameSettingsGiveTheSameBitsAndAnotherSeedOthers() {
        String some = "sines:train=5,test=5,noise=0.2,seed=7";
        Dataset sines = sources().open(some);

        assertThat(all(sources().open(some).train())).isEqualTo(all(sines.train()));
        assertThat(all(sources().open("sines:train=5,test=5,noise=0.2,seed=8").train()))
                .isNotEqualTo(all(sines.train()));
        assertThat(all(sines.testOrTrain())).isNotEqualTo(all(sines.train()));
    }

    @Test
    void aSmallerSetIsTheBeginningOfALargerOne() {
        float[][] small = rows(sources().open("sines:train=5,test=2").train());
        float[][] large = rows(sources().open("sines:train=9,test=4").train());

        assertThat(Arrays.copyOf(large, 5)).isDeepEqualTo(small);
    }

    @Test
    void noiseHasTheDeviationAskedFor() {
        float[][] clean = rows(sources().open("sines:train=1,steps=20000").train());
        float[][] noisy =
                rows(sources().open("sines:train=1,steps=20000,noise=0.5").train());
        double squares = 0;
        for (int i = 0; i < clean[0].length; i++) {
            squares += Math.pow(noisy[0][i] - clean[0][i], 2);
        }
        // Five standard errors of a variance over 20,000 values.
        assertThat(squares / clean[0].length).isCloseTo(0.25, within(5 * 0.25 * Math.sqrt(2.0 / 20_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "100",
                "steps",
                "steps=",
                "steps=1",
                "steps=-5",
                "steps=1e3",
                "steps=100001",
                "train=0",
                "test=0",
                "features=0",
                "noise=-1",
                "noise=11",
                "noise=x",
                "seed=1.5",
                "length=5",
                "rain=5",
                "steps=5,steps=6",
                "steps=5,",
                "steps=5;noise=1",
                "steps=5=6"
            })
    void otherSettingsAreRefusedWithWhatIsAllowed(String arguments) {
        DiaboloException refusal = failure(() -> sources().open("sines:" + arguments));

        assertThat(refusal.kind()).isEqualTo(ErrorKind.USER);
        assertThat(refusal.code()).isEqualTo("data.bad-arguments");
        assertThat(refusal).hasMessageContainingAll("sines:" + arguments, SinesArguments.EXAMPLE);
    }

    private static float[][] rows(Examples examples) {
        float[][] rows = new float[examples.size()][examples.spec().size()];
        for (int i = 0; i < rows.length; i++) {
            examples.read(i, rows[i], 0);
        }
        return rows;
    }
}
