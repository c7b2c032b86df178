package dev.diabolo.benchmarks.diabolo;

import dev.diabolo.benchmarks.measure.WorkloadData;
import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.EncoderProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.NoOptions;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The encoder of W4: a layer's last state.
 *
 * <p><b>Shapes:</b> {@code [batch, 400] -> [batch, 64]}: 50 steps of 8 features, step by step.
 */
public final class LstmEncoder implements EncoderProvider<NoOptions> {
    static final long UNITS = 64;

    @Override
    public ComponentId id() {
        return new ComponentId("benchmark", "lstm");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<NoOptions> optionsType() {
        return NoOptions.class;
    }

    @Override
    public String summary() {
        return "the last state of an LSTM";
    }

    @Override
    public Encoder create(NoOptions options) {
        return new Encoder() {
            @Override
            public TensorSpec features(TensorSpec data) {
                return TensorSpec.of(UNITS);
            }

            @Override
            public Tensor encode(GraphScope scope, Tensor input) {
                SDVariable steps = input.as(TensorSpec.of(WorkloadData.TIME, WorkloadData.FEATURES))
                        .variable()
                        .permute(0, 2, 1);
                Tensor sequence = new Tensor(steps, TensorSpec.of(WorkloadData.FEATURES, WorkloadData.TIME));
                return Layers.lstm(scope, "lstm", sequence, UNITS, WeightInitialisation.GLOROT_UNIFORM, false);
            }
        };
    }
}
