package dev.diabolo.exchange.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.ModelPart;
import dev.diabolo.Rows;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Networks with convolutions, memories and shared weights, written for Deeplearning4j and run by it. */
class Dl4jLayersTest {
    private static final int COUNT = 24;
    private static final String SINES = "sines:train=40,test=5,steps=20";

    private static Diabolo diabolo;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        diabolo = Diabolo.create();
    }

    @AfterAll
    static void close() {
        diabolo.close();
    }

    /** Strides that divide sides and others, even windows, maps that are cut off, resized ones; data that are scaled and not. */
    @ParameterizedTest
    @CsvSource({
        "8, 8, 3, 2, transposed, 0, 1",
        "9, 7, 3, 2, transposed, 0, 1",
        "11, 10, 5, 2, transposed, -2, 5",
        "8, 8, 4, 1, transposed, 0, 1",
        "9, 8, 4, 2, transposed, 0, 1",
        "10, 8, 3, 3, transposed, 0, 1",
        "8, 8, 3, 2, resize, 0, 255",
        "9, 7, 3, 2, resize, 0, 1"
    })
    void convolutionalNetworks(
            int rows, int columns, int kernel, int stride, String upsampling, float least, float most)
            throws IOException {
        Autoencoder model = diabolo.training("conv-ae")
                .set("encoder.channels", List.of(3, 4))
                .set("encoder.kernel", kernel)
                .set("encoder.stride", List.of(stride, 1))
                .set("decoder.upsampling", upsampling)
                .set("latent", 3)
                .epochs(1)
                .batch(12)
                .train(images(TensorSpec.of(2, rows, columns), least, most));

        assertSameThere(model, least, most);
    }

    /** The code is a grid; the whole network has no fully connected layer. */
    @ParameterizedTest
    @CsvSource({"0, 1, sigmoid", "-2, 5, sigmoid", "-2, 5, linear"})
    void networksWithoutABottleneck(float least, float most, String activation) throws IOException {
        Autoencoder model = diabolo.training("complete")
                .set("encoder.channels", List.of(3, 4))
                .set("encoder.kernel", 3)
                .set("encoder.stride", List.of(1, 2))
                .set("likelihood.activation", activation)
                .epochs(1)
                .batch(12)
                .train(images(TensorSpec.of(1, 8, 8), least, most));

        assertSameThere(model, least, most);
        assertThat(exported(model, ModelPart.WHOLE).getLayerWiseConfigurations().getConfs())
                .anyMatch(layer -> layer.getLayer() instanceof Deconvolution2D)
                .anyMatch(layer -> layer.getLayer() instanceof CnnLossLayer);
    }

    @Test
    void convolutionsAlongTime() throws IOException {
        Autoencoder model = diabolo.training("conv1d-ae")
                .set("encoder.channels", List.of(3, 4))
                .set("latent", 3)
                .epochs(1)
                .train(diabolo.data(SINES));

        assertSameThere(model, -1, 1);
        assertThat(exported(model, ModelPart.WHOLE).getOutputLayer().conf().getLayer())
                .isInstanceOf(CnnLossLayer.class);
    }

    @ParameterizedTest
    @CsvSource({"1, linear", "2, linear", "1, sigmoid"})
    void recurrentNetworks(int layers, String activation) throws IOException {
        Autoencoder model = diabolo.training("lstm-ae")
                .set("encoder.units", 5)
                .set("encoder.layers", layers)
                .set("likelihood.activation", activation)
                .set("latent", 3)
                .epochs(2)
                .train(diabolo.data(SINES));

        assertSameThere(model, -1, 1);
        MultiLayerNetwork whole = exported(model, ModelPart.WHOLE);
        // Scaling goes into a linear layer's weights; behind an activation it is a layer of its own.
        assertThat(whole.getOutputLayer().conf().getLayer())
                .isInstanceOf(activation.equals("linear") ? RnnOutputLayer.class : RnnLossLayer.class);
    }

    @Test
    void sharedWeightsAreWrittenTwice() throws IOException {
        Autoencoder model = diabolo.training("tied-ae")
                .set("encoder.hidden", List.of(5, 4))
                .set("latent", 3)
                .epochs(2)
                .train(diabolo.data("random:40x6"));

        assertSameThere(model, 0, 1);
        assertThat(exported(model, ModelPart.WHOLE).numParams())
                .isEqualTo(2 * (6 * 5 + 5 * 4 + 4 * 3) + 2 * (5 + 4) + 3 + 6);
    }

    @ParameterizedTest
    @CsvSource({
        "lstm-ae, encoder.cell=gru, operation",
        "lstm-ae, encoder.bidirectional=true, concat",
        "lstm-ae, encoder.pooling=attention, operation",
        "deep-ae, encoder.normalisation=batch, add",
        "deep-ae, encoder.normalisation=layer, add",
        "deep-ae, encoder.residual=true, add",
        "k-sparse, posterior.k=1, multiply",
        "spherical-vae, encoder.hidden=4, divide",
        "categorical-vae, encoder.hidden=4, argmax"
    })
    void whatHasNoLayerThereIsRefusedByName(String recipe, String setting, String named) {
        Autoencoder model = diabolo.training(recipe)
                .set(setting)
                .epochs(1)
                .train(diabolo.data(recipe.equals("lstm-ae") ? SINES : "random:40x6"));

        assertThatThrownBy(() -> exported(model, ModelPart.ENCODER))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("encoder cannot be written for Deeplearning4j")
                .hasMessageContaining(named)
                .hasMessageContaining("convolutional");
        assertThat(folder).isEmptyDirectory();
    }

    /** Of a model's encoder as a file, and of the model that has that file's network: both give the same features. */
    @ParameterizedTest
    @CsvSource({"conv-ae, encoder.channels, false", "lstm-ae, encoder.units, false", "conv-ae, encoder.channels, true"})
    void whatIsExportedCanBeImported(String recipe, String key, boolean fineTune) throws IOException {
        Dataset data = recipe.equals("lstm-ae") ? diabolo.data(SINES) : images(TensorSpec.of(2, 8, 9), 0, 1);
        Autoencoder model =
                diabolo.training(recipe).set(key, 4).set("latent", 3).epochs(1).train(data);
        Path file = folder.resolve("encoder.zip");
        diabolo.export(model, ModelPart.ENCODER, "dl4j", file);

        float[][] rows = rows(data.train());
        float least = Nd4j.create(rows).minNumber().floatValue();
        float greatest = Nd4j.create(rows).maxNumber().floatValue();
        Autoencoder again = diabolo.training("dl4j-ae")
                .set("encoder.file", file)
                .set("encoder.fine-tune", fineTune)
                // The file takes data in their own units; the second model scales those of sines, as the first did.
                .set("encoder.input-factor", recipe.equals("lstm-ae") ? greatest - least : 1)
                .set("encoder.input-shift", recipe.equals("lstm-ae") ? least : 0)
                .set("decoder.hidden", 5)
                .set("latent", 3)
                .epochs(1)
                .train(data);
        Path second = folder.resolve("again.zip");
        diabolo.export(again, ModelPart.ENCODER, "dl4j", second);

        MultiLayerNetwork theirs = ModelSerializer.restoreMultiLayerNetwork(second.toFile());
        INDArray input = Nd4j.create(rows).reshape(data.spec().batched(rows.length));
        // All but the last layer, which is the second model's own code.
        INDArray features =
                theirs.feedForwardToLayer(theirs.getnLayers() - 2, input).get(theirs.getnLayers() - 1);
        float[][] found = features.reshape('c', rows.length, features.length() / rows.length)
                .toFloatMatrix();
        if (fineTune) {
            assertThat(java.util.Arrays.deepEquals(found, model.encode(rows))).isFalse();
        } else {
            assertSame(found, model.encode(rows), 1);
        }
    }

    @Test
    void imagesOfOtherChannelsAreRefused() throws IOException {
        Dataset data = images(TensorSpec.of(2, 8, 9), 0, 1);
        Autoencoder model = diabolo.training("conv-ae")
                .set("encoder.channels", 4)
                .set("latent", 3)
                .epochs(1)
                .train(data);
        Path file = folder.resolve("encoder.zip");
        diabolo.export(model, ModelPart.ENCODER, "dl4j", file);

        assertThatThrownBy(() -> diabolo.training("dl4j-ae")
                        .set("encoder.file", file)
                        .train(images(TensorSpec.of(3, 8, 9), 0, 1)))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("takes images of 2 channels")
                .hasMessageContaining("3x8x9");
    }

    private Dataset images(TensorSpec spec, float least, float most) {
        Random random = new Random(1);
        float[][] rows = new float[COUNT][spec.size()];
        for (float[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] = least + (most - least) * random.nextFloat();
            }
        }
        Path file = folder.resolve("images.npy");
        Rows.of(spec, rows).write(file);
        return diabolo.data(file.toString());
    }

    private void assertSameThere(Autoencoder model, float least, float most) throws IOException {
        Dataset data = model.dataSpec().rank() == 3
                ? images(model.dataSpec(), least, most)
                : diabolo.data(model.dataSpec().rank() == 1 ? "random:40x6" : SINES);
        float[][] rows = rows(data.train());
        float[][] codes = model.encode(rows);

        assertSame(output(model, ModelPart.ENCODER, rows, model.dataSpec()), codes, most - least);
        assertSame(output(model, ModelPart.DECODER, codes, model.codeSpec()), model.decode(codes), most - least);
        assertSame(output(model, ModelPart.WHOLE, rows, model.dataSpec()), model.reconstruct(rows), most - least);
        assertTrainableThere(model, rows);
    }

    /** A few small steps make it better at the data. */
    private void assertTrainableThere(Autoencoder model, float[][] rows) throws IOException {
        MultiLayerNetwork network = exported(model, ModelPart.WHOLE);
        INDArray input = input(network, rows, model.dataSpec());
        INDArray wanted = Nd4j.create(rows).reshape(network.output(input).shape());
        DataSet data = new DataSet(input, wanted);
        double before = network.score(data);

        // Of a sum over steps and places of squares in the data's units: the step is as small as these are large.
        network.setLearningRate(1e-3 / before);
        for (int step = 0; step < 5; step++) {
            network.fit(input, wanted);
        }

        assertThat(network.score(data)).isLessThan(before);
    }

    private static float[][] rows(Examples examples) {
        float[][] rows = new float[examples.size()][examples.spec().size()];
        for (int i = 0; i < rows.length; i++) {
            examples.read(i, rows[i], 0);
        }
        return rows;
    }

    /** Given as the network wants them: rows, sequences or images. */
    private float[][] output(Autoencoder model, ModelPart part, float[][] rows, TensorSpec spec) throws IOException {
        MultiLayerNetwork network = exported(model, part);
        INDArray output = network.output(input(network, rows, spec));
        return output.reshape('c', rows.length, output.length() / rows.length).toFloatMatrix();
    }

    private static INDArray input(MultiLayerNetwork network, float[][] rows, TensorSpec spec) {
        String first = network.getLayerWiseConfigurations()
                .getConf(0)
                .getLayer()
                .getClass()
                .getSimpleName();
        INDArray input = Nd4j.create(rows);
        if (spec.rank() == 2 && first.contains("Convolution")) {
            return input.reshape(rows.length, spec.dimension(0), 1, spec.dimension(1));
        }
        return spec.rank() > 1 ? input.reshape(spec.batched(rows.length)) : input;
    }

    private MultiLayerNetwork exported(Autoencoder model, ModelPart part) throws IOException {
        Path file = folder.resolve(part + ".zip");
        diabolo.export(model, part, "dl4j", file);
        return ModelSerializer.restoreMultiLayerNetwork(file.toFile());
    }

    /** Within 1e-5 of the range of the data. */
    private static void assertSame(float[][] theirs, float[][] ours, float range) {
        assertThat(theirs).hasDimensions(ours.length, ours[0].length);
        for (int i = 0; i < ours.length; i++) {
            assertThat(theirs[i])
                    .as("row %s", i)
                    .usingComparatorWithPrecision(1e-5f * range)
                    .containsExactly(ours[i]);
        }
    }
}
