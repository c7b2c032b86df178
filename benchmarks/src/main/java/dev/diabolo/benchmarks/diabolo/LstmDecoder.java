package dev.diabolo.benchmarks.diabolo;

import dev.diabolo.benchmarks.measure.WorkloadData;
import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.DecoderProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.NoOptions;

/**
 * The decoder of W4: the code at every step, a layer, and a dense one over time.
 *
 * <p><b>Shapes:</b> {@code [batch, 64] -> [batch, 400]}.
 */
public final class LstmDecoder implements DecoderProvider<NoOptions> {
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
        return "an LSTM over the repeated code";
    }

    @Override
    public Decoder create(NoOptions options) {
        return LstmDecoder::decode;
    }

    private static Tensor decode(GraphScope scope, Tensor code, TensorSpec output) {
        WeightInitialisation uniform = WeightInitialisation.GLOROT_UNIFORM;
        Tensor repeated = Layers.repeat(code, WorkloadData.TIME);
        Tensor states = Layers.lstm(scope, "lstm", repeated, LstmEncoder.UNITS, uniform, true);
        Tensor steps = Layers.denseOverTime(scope, "output", states, WorkloadData.FEATURES, uniform);
        TensorSpec stepByStep = TensorSpec.of(WorkloadData.TIME, WorkloadData.FEATURES);
        return new Tensor(steps.variable().permute(0, 2, 1), stepByStep).as(output);
    }
}
