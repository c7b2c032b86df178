package dev.diabolo.exchange.dl4j;

import dev.diabolo.exchange.dl4j.Step.Activate;
import dev.diabolo.exchange.dl4j.Step.Dense;
import dev.diabolo.exchange.dl4j.Step.Scale;
import dev.diabolo.spi.exchange.LinearMap;
import dev.diabolo.spi.exchange.TrainedNetwork;
import dev.diabolo.spi.exchange.TrainedParameter;
import dev.diabolo.spi.graph.Activation;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * One network as a {@link MultiLayerNetwork}. Scaling of the data goes into the weights beside it where there are such, and is
 * a layer of its own elsewhere. A whole network ends with an output layer of the mean squared error where it can, so that it can be
 * trained on.
 */
final class Dl4jNetworkWriter {
    private final boolean whole;
    private final int width;
    private final List<Step> steps;

    /** A step with the activation that follows it. */
    private record Layer(Step step, Activation activation) {}

    Dl4jNetworkWriter(TrainedNetwork network) {
        this.whole = network.part().equals("whole");
        this.width = network.inputSpec().size();
        this.steps = withAfter(withBefore(GraphWalk.of(network), network.before()), network.after());
    }

    private static List<Step> withBefore(List<Step> steps, LinearMap before) {
        List<Step> all = new ArrayList<>(steps);
        if (!before.isIdentity()) {
            if (!all.isEmpty() && all.get(0) instanceof Dense dense) {
                all.set(0, after(before, dense));
            } else {
                all.add(0, new Scale(before.factor(), before.shift()));
            }
        }
        return all;
    }

    private static List<Step> withAfter(List<Step> steps, LinearMap after) {
        List<Step> all = new ArrayList<>(steps);
        int last = all.size() - 1;
        if (!after.isIdentity()) {
            if (last >= 0 && all.get(last) instanceof Dense dense) {
                all.set(last, before(dense, after));
            } else {
                all.add(new Scale(after.factor(), after.shift()));
            }
        }
        return all;
    }

    /** {@code (f x + s) W + b = x (f W) + (b + s 1 W)}. */
    private static Dense after(LinearMap map, Dense dense) {
        float[] weight = dense.weight().values().clone();
        double[] bias = new double[dense.out()];
        for (int i = 0; i < weight.length; i++) {
            bias[i % dense.out()] += map.shift() * weight[i];
            weight[i] = (float) (map.factor() * weight[i]);
        }
        float[] shifted = dense.bias().values().clone();
        for (int j = 0; j < shifted.length; j++) {
            shifted[j] = (float) (shifted[j] + bias[j]);
        }
        return new Dense(
                new TrainedParameter(dense.weight().shape(), weight),
                new TrainedParameter(dense.bias().shape(), shifted));
    }

    /** {@code f (x W + b) + s = x (f W) + (f b + s)}. */
    private static Dense before(Dense dense, LinearMap map) {
        float[] weight = dense.weight().values().clone();
        for (int i = 0; i < weight.length; i++) {
            weight[i] = (float) (map.factor() * weight[i]);
        }
        float[] bias = dense.bias().values().clone();
        for (int j = 0; j < bias.length; j++) {
            bias[j] = (float) (map.factor() * bias[j] + map.shift());
        }
        return new Dense(
                new TrainedParameter(dense.weight().shape(), weight),
                new TrainedParameter(dense.bias().shape(), bias));
    }

    void write(OutputStream out) throws IOException {
        ModelSerializer.writeModel(network(), out, false);
    }

    private MultiLayerNetwork network() {
        List<Layer> layers = layers();
        ListBuilder list = new NeuralNetConfiguration.Builder().list();
        int size = width;
        for (int i = 0; i < layers.size(); i++) {
            boolean last = i == layers.size() - 1;
            list.layer(configuration(layers.get(i), size, last && whole));
            size = layers.get(i).step() instanceof Dense dense ? dense.out() : size;
        }
        MultiLayerNetwork network = new MultiLayerNetwork(list.build());
        network.init();
        size = width;
        for (int i = 0; i < layers.size(); i++) {
            setParameters(network, i, layers.get(i).step(), size);
            size = layers.get(i).step() instanceof Dense dense ? dense.out() : size;
        }
        return network;
    }

    /** An activation belongs to the layer before it where that has none yet. */
    private List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        for (Step step : steps) {
            int last = layers.size() - 1;
            if (step instanceof Activate activate
                    && last >= 0
                    && layers.get(last).activation() == Activation.LINEAR) {
                layers.set(last, new Layer(layers.get(last).step(), activate.activation()));
            } else {
                layers.add(new Layer(step, step instanceof Activate own ? own.activation() : Activation.LINEAR));
            }
        }
        if (layers.isEmpty()) {
            layers.add(new Layer(new Activate(Activation.LINEAR), Activation.LINEAR));
        }
        return layers;
    }

    private static org.deeplearning4j.nn.conf.layers.Layer configuration(Layer layer, int in, boolean output) {
        var activation = Activations.theirs(layer.activation());
        if (layer.step() instanceof Dense dense) {
            FeedForwardLayer.Builder<?> builder =
                    output ? new OutputLayer.Builder(LossFunction.MSE) : new DenseLayer.Builder();
            return builder.nIn(dense.in())
                    .nOut(dense.out())
                    .activation(activation)
                    .build();
        }
        if (layer.step() instanceof Scale) {
            return new ElementWiseMultiplicationLayer.Builder()
                    .nIn(in)
                    .nOut(in)
                    .activation(activation)
                    .build();
        }
        return new ActivationLayer(activation);
    }

    private static void setParameters(MultiLayerNetwork network, int layer, Step step, int size) {
        if (step instanceof Dense dense) {
            set(network, layer + "_W", dense.weight().values());
            set(network, layer + "_b", dense.bias().values());
        } else if (step instanceof Scale scale) {
            float[] values = new float[size];
            Arrays.fill(values, (float) scale.factor());
            set(network, layer + "_W", values);
            Arrays.fill(values, (float) scale.shift());
            set(network, layer + "_b", values.clone());
        }
    }

    private static void set(MultiLayerNetwork network, String name, float[] values) {
        INDArray parameter = network.getParam(name);
        parameter.assign(Nd4j.createFromArray(values.clone()).reshape('c', parameter.shape()));
    }
}
