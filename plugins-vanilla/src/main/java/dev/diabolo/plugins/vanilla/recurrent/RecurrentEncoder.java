package dev.diabolo.plugins.vanilla.recurrent;

import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link RecurrentEncoderProvider}. */
record RecurrentEncoder(RecurrentEncoderOptions options) implements Encoder {
    private static final int TIME = 2;

    @Override
    public TensorSpec features(TensorSpec data) {
        Steps.of(data);
        return TensorSpec.of(options.bidirectional() ? 2L * options.units() : options.units());
    }

    @Override
    public Tensor encode(GraphScope scope, Tensor input) {
        Tensor values = Steps.of(input.spec()).sequence(input);
        for (int i = 0; i < options.layers(); i++) {
            boolean last = i == options.layers() - 1;
            boolean sequence = !last || options.pooling() == Pooling.ATTENTION;
            values = layer(scope, "layer-" + i, values, sequence);
        }
        return options.pooling() == Pooling.ATTENTION
                ? AttentionPooling.apply(scope.child("attention"), values, options.initialisation())
                : values;
    }

    private Tensor layer(GraphScope scope, String name, Tensor input, boolean sequence) {
        Tensor forward = direction(scope, name, input, sequence);
        if (!options.bidirectional()) {
            return forward;
        }
        Tensor backward = direction(scope, name + "-backward", reversed(input), sequence);
        Tensor inOrder = sequence ? reversed(backward) : backward;
        SDVariable both = scope.graph().concat(1, forward.variable(), inOrder.variable());
        long[] shape = forward.spec().shape();
        shape[0] *= 2;
        return new Tensor(both, TensorSpec.of(shape));
    }

    private Tensor direction(GraphScope scope, String name, Tensor input, boolean sequence) {
        return options.cell().layer(scope, name, input, options.units(), options.initialisation(), sequence);
    }

    private static Tensor reversed(Tensor sequence) {
        return sequence.with(sequence.variable().getSameDiff().reverse(sequence.variable(), TIME));
    }
}
