package dev.diabolo;

import dev.diabolo.data.Scaling;
import dev.diabolo.metrics.PrincipalComponents;
import dev.diabolo.metrics.Psnr;
import dev.diabolo.metrics.QualityMeter;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.data.Examples;
import java.util.Iterator;
import java.util.Optional;

/** How good a model is, in its units, after scaling. As safe for threads as the model. */
final class Measurements {
    private final Autoencoder model;
    private final Scaling scaling;
    private final int width;

    Measurements(Autoencoder model, Scaling scaling) {
        this.model = model;
        this.scaling = scaling;
        this.width = model.dataSpec().size();
    }

    Restoration restoration(Examples examples, Corruption corruption, long seed) {
        try (CorruptedExamples corrupted = model.corrupt(examples, corruption, seed)) {
            Examples originals = scaling.of(examples);
            Examples spoilt = scaling.of(corrupted);
            Iterator<float[]> reconstructed = model.reconstruct(corrupted).iterator();
            float[] original = new float[width];
            float[] other = new float[width];
            double corruptedSquares = 0;
            double reconstructedSquares = 0;
            double restoredSquares = 0;
            for (int i = 0; i < examples.size(); i++) {
                float[] row = reconstructed.next();
                float[] kept = row.clone();
                corrupted.keepUntouched(kept, i);
                scaling.apply(row);
                scaling.apply(kept);
                originals.read(i, original, 0);
                spoilt.read(i, other, 0);
                corruptedSquares += squares(other, original);
                reconstructedSquares += squares(row, original);
                restoredSquares += squares(kept, original);
            }
            double values = (double) examples.size() * width;
            return new Restoration(
                    examples.size(),
                    corruptedSquares / values,
                    reconstructedSquares / values,
                    restoredSquares / values,
                    corrupted.knowsUntouched());
        }
    }

    private static double squares(float[] found, float[] wanted) {
        double sum = 0;
        for (int i = 0; i < wanted.length; i++) {
            double error = found[i] - wanted[i];
            sum += error * error;
        }
        return sum;
    }

    /**
     * Compares examples with what the model makes of them; of a model that restores, with what it makes of their corruption.
     *
     * @param seed of the corruption
     */
    QualityReport quality(Examples examples, long seed) {
        Optional<Corruption> corruption =
                model.corruption().filter(present -> present.purpose() == Corruption.Purpose.RESTORATION);
        if (corruption.isEmpty()) {
            return quality(examples, model.reconstruct(examples));
        }
        try (CorruptedExamples corrupted = model.corrupt(examples, corruption.get(), seed)) {
            return quality(examples, model.reconstruct(corrupted));
        }
    }

    private QualityReport quality(Examples examples, Rows restored) {
        Examples scaled = scaling.of(examples);
        QualityMeter meter = new QualityMeter(model.dataSpec(), 1);
        float[] original = new float[width];
        int i = 0;
        for (float[] row : restored) {
            scaled.read(i++, original, 0);
            scaling.apply(row);
            meter.add(original, row);
        }
        return QualityReport.of(meter);
    }

    BaselineReport principalComponents(Examples fittedOn, Examples examples) {
        PrincipalComponents components =
                PrincipalComponents.fit(scaling.of(fittedOn), model.codeSpec().size());
        double squaredError = components.squaredError(scaling.of(examples));
        double mse = squaredError / width;
        return new BaselineReport(
                "pca", components.count(), fittedOn.size(), examples.size(), mse, squaredError, Psnr.of(mse, 1));
    }
}
