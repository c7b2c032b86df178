package dev.diabolo.exchange.dl4j;

import dev.diabolo.exchange.dl4j.LayerPlan.Planned;
import dev.diabolo.exchange.dl4j.Step.Dense;
import dev.diabolo.exchange.dl4j.Step.Linear;
import dev.diabolo.exchange.dl4j.Step.Lstm;
import dev.diabolo.exchange.dl4j.Step.Reshape;
import dev.diabolo.exchange.dl4j.Step.Scale;
import dev.diabolo.spi.exchange.LinearMap;
import dev.diabolo.spi.exchange.TrainedNetwork;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * One network as a {@link MultiLayerNetwork}. Scaling of the data goes into the weights beside it where there are such, and is
 * a layer of its own elsewhere. A whole network ends with an output layer, or a layer that is a loss alone, of the mean squared
 * error, so that it can be trained on.
 */
final class Dl4jNetworkWriter {
    private final boolean whole;
    private final List<Planned> layers;

    Dl4jNetworkWriter(TrainedNetwork network) {
        this.whole = network.part().equals("whole");
        this.layers = LayerPlan.of(
                network, withAfter(withBefore(StepReading.of(network), network.before()), network.after()));
    }

    private static List<Step> withBefore(List<Step> steps, LinearMap before) {
        List<Step> all = new ArrayList<>(steps);
        Scale scale = new Scale(before);
        int first = 0;
        while (first < all.size() && (all.get(first) instanceof Reshape || all.get(first) instanceof Scale)) {
            if (all.get(first) instanceof Scale next) {
                scale = scale.then(next.map());
                all.remove(first);
            } else {
                first++;
            }
        }
        LinearMap map = scale.map();
        if (map.isIdentity()) {
            return all;
        }
        if (first < all.size() && all.get(first) instanceof Dense dense) {
            all.set(
                    first,
                    new Dense(
                            dense.overTime(),
                            dense.in(),
                            dense.out(),
                            Scaled.weight(dense.weight(), map),
                            Scaled.biasBehind(map, dense.weight(), dense.bias())));
        } else if (first < all.size() && all.get(first) instanceof Lstm lstm) {
            all.set(
                    first,
                    new Lstm(
                            lstm.sequence(),
                            lstm.in(),
                            lstm.units(),
                            Scaled.weight(lstm.weight(), map),
                            lstm.recurrent(),
                            Scaled.biasBehind(map, lstm.weight(), lstm.bias())));
        } else {
            // A convolution has zeros around what it is given, and these are not scaled.
            all.add(first, scale);
        }
        return all;
    }

    private static List<Step> withAfter(List<Step> steps, LinearMap after) {
        List<Step> all = new ArrayList<>(steps);
        int last = all.size() - 1;
        while (last >= 0 && all.get(last) instanceof Reshape) {
            last--;
        }
        if (after.isIdentity()) {
            return all;
        }
        if (last >= 0 && all.get(last) instanceof Linear linear) {
            all.set(last, linear.then(after));
        } else {
            all.add(last + 1, new Scale(after));
        }
        return all;
    }

    void write(OutputStream out) throws IOException {
        ModelSerializer.writeModel(network(), out, false);
    }

    private MultiLayerNetwork network() {
        ListBuilder list = new NeuralNetConfiguration.Builder().list();
        for (int i = 0; i < layers.size(); i++) {
            int number = i;
            list.layer(LayerWriting.configuration(layers.get(i), i == layers.size() - 1, whole));
            layers.get(i).before().ifPresent(processor -> list.inputPreProcessor(number, processor));
        }
        if (whole && !(layers.get(layers.size() - 1).step() instanceof Dense)) {
            list.layer(loss(layers.get(layers.size() - 1).out().length));
        }
        MultiLayerNetwork network = new MultiLayerNetwork(list.build());
        network.init();
        for (int i = 0; i < layers.size(); i++) {
            String prefix = i + "_";
            LayerWriting.parameters(layers.get(i), i == layers.size() - 1)
                    .forEach((name, values) -> set(network, prefix + name, values));
        }
        return network;
    }

    /** What a network ends with whose last layer is not an output layer itself; it changes no values. */
    private static Layer loss(int rank) {
        FeedForwardLayer.Builder<?> builder = switch (rank) {
            case 1 -> new LossLayer.Builder(LossFunction.MSE);
            case 2 -> new RnnLossLayer.Builder(LossFunction.MSE).dataFormat(RNNFormat.NCW);
            default -> new CnnLossLayer.Builder(LossFunction.MSE);
        };
        return builder.activation(Activation.IDENTITY).build();
    }

    private static void set(MultiLayerNetwork network, String name, float[] values) {
        INDArray parameter = network.getParam(name);
        parameter.assign(Nd4j.createFromArray(values).reshape('c', parameter.shape()));
    }
}
