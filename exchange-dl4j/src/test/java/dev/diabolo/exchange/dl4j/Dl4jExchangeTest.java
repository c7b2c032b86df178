package dev.diabolo.exchange.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.ModelPart;
import dev.diabolo.spi.error.DiaboloException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Files written for Deeplearning4j, and files of its own, against Deeplearning4j itself. */
class Dl4jExchangeTest {
    private static final int WIDTH = 6;

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

    /** Data in [0, 1] need no scaling; others do, and it must be in the file. */
    @ParameterizedTest
    @CsvSource({"ae, 0, 1", "ae, -3, 7", "vae, 0, 1"})
    void everyPartGivesWhatTheModelGives(String recipe, float least, float most) throws IOException {
        float[][] rows = rows(least, most);
        Autoencoder model = diabolo.training(recipe)
                .set("encoder.hidden", "5,4")
                .set("latent", 3)
                .epochs(2)
                .batch(16)
                .train(diabolo.data(rows));
        float[][] codes = model.encode(rows);

        assertSame(output(model, ModelPart.ENCODER, rows), codes, most - least);
        assertSame(output(model, ModelPart.DECODER, codes), model.decode(codes), most - least);
        assertSame(output(model, ModelPart.WHOLE, rows), model.reconstruct(rows), most - least);
    }

    @ParameterizedTest
    @EnumSource(dev.diabolo.spi.graph.Activation.class)
    void everyActivationIsTheSameThere(dev.diabolo.spi.graph.Activation activation) throws IOException {
        float[][] rows = rows(0, 1);
        Autoencoder model = diabolo.training("ae")
                .set("encoder.hidden", 5)
                .set("encoder.activation", activation)
                .set("posterior.activation", activation)
                .set("likelihood.activation", activation)
                .set("latent", 3)
                .epochs(1)
                .batch(16)
                .train(diabolo.data(rows));

        assertSame(output(model, ModelPart.WHOLE, rows), model.reconstruct(rows), 1);
    }

    /** Where scaling follows an activation, what can be trained on ends with a loss of its own. */
    @ParameterizedTest
    @CsvSource({"0, 1, 0.1, OutputLayer", "-3, 7, 0.001, LossLayer"})
    void aWholeNetworkCanBeTrainedOnThere(float least, float most, double learningRate, String last)
            throws IOException {
        float[][] rows = rows(least, most);
        Autoencoder model = diabolo.training("ae")
                .set("encoder.hidden", 5)
                .set("likelihood.activation", "sigmoid")
                .set("latent", 3)
                .epochs(1)
                .train(diabolo.data(rows));
        MultiLayerNetwork network = exported(model, ModelPart.WHOLE);
        INDArray data = Nd4j.create(rows);
        double before = network.score(new org.nd4j.linalg.dataset.DataSet(data, data));

        assertThat(network.getOutputLayer().conf().getLayer().getClass().getSimpleName())
                .isEqualTo(last);
        network.setLearningRate(learningRate);
        for (int step = 0; step < 50; step++) {
            network.fit(data, data);
        }

        assertThat(network.score(new org.nd4j.linalg.dataset.DataSet(data, data)))
                .isLessThan(before);
    }

    /** A frozen network gives the same features as before, and its file is not needed once the model is there. */
    @Test
    void aNetworkOfTheirsBecomesAnEncoderThatOutlivesItsFile() throws IOException {
        float[][] rows = rows(0, 1);
        MultiLayerNetwork theirs = network(
                dense(WIDTH, 5, Activation.TANH),
                dense(5, 4, Activation.IDENTITY),
                new ActivationLayer(Activation.ELU));
        Path file = written(theirs);
        Autoencoder model = imported(file, false, rows);
        float[][] codes = model.encode(rows);
        Path saved = folder.resolve("saved.dbl");
        model.save(saved);
        Files.delete(file);

        Autoencoder loaded = diabolo.load(saved);

        assertThat(loaded.encode(rows)).isEqualTo(codes);
        INDArray features = exported(loaded, ModelPart.ENCODER)
                .feedForwardToLayer(1, Nd4j.create(rows))
                .get(2);
        assertSame(features.toFloatMatrix(), theirs.output(Nd4j.create(rows)).toFloatMatrix(), 1);
    }

    @Test
    void fineTuningStartsAtTheFilesWeightsAndMovesThem() throws IOException {
        float[][] rows = rows(0, 1);
        MultiLayerNetwork theirs = network(dense(WIDTH, 5, Activation.TANH), output(5, 4));
        Path file = written(theirs);

        INDArray frozen = weights(imported(file, false, rows));
        INDArray tuned = weights(imported(file, true, rows));

        assertThat(frozen.sub(theirs.getParam("0_W")).amaxNumber().doubleValue())
                .isZero();
        assertThat(tuned.sub(theirs.getParam("0_W")).amaxNumber().doubleValue()).isBetween(1e-6, 0.1);
    }

    @Test
    void whatIsExportedCanBeImported() throws IOException {
        float[][] rows = rows(0, 1);
        Autoencoder model = diabolo.training("ae")
                .set("encoder.hidden", 5)
                .set("latent", 3)
                .epochs(1)
                .train(diabolo.data(rows));
        Path file = folder.resolve("encoder.zip");
        diabolo.export(model, ModelPart.ENCODER, "dl4j", file);

        Autoencoder again = imported(file, false, rows);

        INDArray features = exported(again, ModelPart.ENCODER)
                .feedForwardToLayer(1, Nd4j.create(rows))
                .get(2);
        assertSame(features.toFloatMatrix(), model.encode(rows), 1);
    }

    @Test
    void otherLayersAreRefusedByName() throws IOException {
        MultiLayerNetwork pooling = network(
                new ConvolutionLayer.Builder(2, 2).nIn(1).nOut(2).build(), new SubsamplingLayer.Builder(2, 2).build());
        Path file = written(pooling);

        assertThatThrownBy(() -> imported(file, false, rows(0, 1)))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("layer 1 is a SubsamplingLayer")
                .hasMessageContaining("DenseLayer");
    }

    @Test
    void dataOfAnotherWidthAreRefused() throws IOException {
        Path file = written(network(dense(WIDTH + 1, 5, Activation.TANH)));

        assertThatThrownBy(() -> imported(file, false, rows(0, 1)))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("takes 7 values and is given 6");
    }

    @Test
    void whatIsNoFileOfTheirsIsRefused() throws IOException {
        Path file = folder.resolve("none.zip");
        Files.writeString(file, "no zip");

        assertThatThrownBy(() -> imported(file, false, rows(0, 1)))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("none.zip")
                .hasMessageContaining("MultiLayerNetwork");
        assertThatThrownBy(() -> imported(folder.resolve("missing.zip"), false, rows(0, 1)))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void theRecipeAsksForItsFile() {
        assertThatThrownBy(() -> diabolo.training("dl4j-ae").train(diabolo.data(rows(0, 1))))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("no file is named")
                .hasMessageContaining("encoder.file=FILE");
    }

    @Test
    void anUnknownFormatIsRefusedWithThoseThatThereAre() throws IOException {
        Autoencoder model =
                diabolo.training("ae").set("encoder.hidden", 5).epochs(1).train(diabolo.data(rows(0, 1)));

        assertThatThrownBy(() -> diabolo.export(model, ModelPart.WHOLE, "dlj4", folder.resolve("x")))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("dl4j");
        assertThat(folder).isEmptyDirectory();
    }

    private Autoencoder imported(Path file, boolean fineTune, float[][] rows) {
        return diabolo.training("dl4j-ae")
                .set("encoder.file", file)
                .set("encoder.fine-tune", fineTune)
                .set("decoder.hidden", 5)
                .set("latent", 3)
                .epochs(1)
                .batch(16)
                .train(diabolo.data(rows));
    }

    private INDArray weights(Autoencoder model) throws IOException {
        return exported(model, ModelPart.ENCODER).getParam("0_W");
    }

    private float[][] output(Autoencoder model, ModelPart part, float[][] rows) throws IOException {
        return exported(model, part).output(Nd4j.create(rows)).toFloatMatrix();
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

    private Path written(MultiLayerNetwork network) throws IOException {
        Path file = folder.resolve("theirs.zip");
        ModelSerializer.writeModel(network, file.toFile(), true);
        return file;
    }

    private static MultiLayerNetwork network(Layer... layers) {
        NeuralNetConfiguration.ListBuilder list =
                new NeuralNetConfiguration.Builder().seed(1).list();
        for (Layer layer : layers) {
            list.layer(layer);
        }
        MultiLayerNetwork network = new MultiLayerNetwork(list.build());
        network.init();
        return network;
    }

    private static DenseLayer dense(int in, int out, Activation activation) {
        return new DenseLayer.Builder().nIn(in).nOut(out).activation(activation).build();
    }

    private static OutputLayer output(int in, int out) {
        return new OutputLayer.Builder(LossFunction.MSE)
                .nIn(in)
                .nOut(out)
                .activation(Activation.SIGMOID)
                .build();
    }

    private static float[][] rows(float least, float most) {
        Random random = new Random(1);
        float[][] rows = new float[64][WIDTH];
        for (float[] row : rows) {
            for (int j = 0; j < WIDTH; j++) {
                row[j] = least + (most - least) * random.nextFloat();
            }
        }
        return rows;
    }
}
