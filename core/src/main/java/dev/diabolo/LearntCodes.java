package dev.diabolo;

import dev.diabolo.data.Splits;
import dev.diabolo.engine.CodeDensity;
import dev.diabolo.engine.ParameterValues;
import dev.diabolo.spi.FittedSampler;
import dev.diabolo.spi.LearntSampler;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.exchange.TrainedParameter;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.SamplerTraining;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** A distribution of a model's codes that the engine has trained. Owns native memory until closed. */
final class LearntCodes implements FittedSampler, AutoCloseable {
    private static final double HELD_OUT = 0.1;

    private final CodeTranslation translation;
    private final CodeDensity density;

    private LearntCodes(CodeTranslation translation, CodeDensity density) {
        this.translation = translation;
        this.density = density;
    }

    /** Fits one to codes of a model. */
    static LearntCodes fit(
            LearntSampler sampler, CodeTranslation translation, float[][] codes, long seed, int workers) {
        Prior prior = sampler.density(translation.space());
        SamplerTraining training = sampler.training();
        float[][] translated = new float[codes.length][];
        for (int i = 0; i < codes.length; i++) {
            translated[i] = translation.seen(codes[i]).orElseThrow();
        }
        Examples examples = new Codes(translation.space().spec(), translated);
        if (codes.length < SamplerTraining.LEAST_TO_HOLD_OUT) {
            return new LearntCodes(
                    translation, CodeDensity.train(prior, training, examples, Optional.empty(), seed, workers));
        }
        Splits.HeldOut split = Splits.holdOut(examples, HELD_OUT, seed);
        return new LearntCodes(
                translation,
                CodeDensity.train(prior, training, split.train(), Optional.of(split.validation()), seed, workers));
    }

    /** One that was fitted before. */
    static LearntCodes restore(
            LearntSampler sampler, CodeTranslation translation, Map<String, TrainedParameter> state) {
        List<ParameterValues> parameters = new ArrayList<>();
        state.forEach((name, part) -> {
            if (!translation.state().containsKey(name)) {
                parameters.add(new ParameterValues(name, part.shape(), part.values()));
            }
        });
        Prior prior = sampler.density(translation.space());
        return new LearntCodes(
                translation, new CodeDensity(prior, translation.space().spec(), parameters));
    }

    @Override
    public int size() {
        return translation.size();
    }

    @Override
    public float[] sample(SplittableRandom random) {
        return codes(0, 1, random.nextLong())[0];
    }

    /** Codes of numbers in [first, first + count); the n-th depends on the seed and n alone. */
    float[][] codes(int first, int count, long seed) {
        float[][] codes = density.sample(first, count, seed);
        for (int i = 0; i < count; i++) {
            codes[i] = translation.code(codes[i]);
        }
        return codes;
    }

    /** Of a code with an entry that none of the codes had which it was fitted to: minus infinity. */
    @Override
    public double logDensity(float[] code) {
        return translation
                .seen(code)
                .map(seen -> density.logDensity(seen) + translation.logVolume())
                .orElse(Double.NEGATIVE_INFINITY);
    }

    @Override
    public Map<String, TrainedParameter> state() {
        Map<String, TrainedParameter> state = new LinkedHashMap<>(translation.state());
        density.parameters().forEach(part -> state.put(part.name(), new TrainedParameter(part.shape(), part.values())));
        return state;
    }

    @Override
    public void close() {
        density.close();
    }

    /** Codes in memory. */
    private record Codes(TensorSpec spec, float[][] rows) implements Examples {
        @Override
        public int size() {
            return rows.length;
        }

        @Override
        public void read(int index, float[] target, int offset) {
            System.arraycopy(rows[index], 0, target, offset, rows[index].length);
        }
    }
}
