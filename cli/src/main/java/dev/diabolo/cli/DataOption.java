package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which examples a command applies a model to. */
final class DataOption {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "SOURCE",
            description =
                    "A name (digits, shapes, sines, mnist, fashion-mnist, random:ROWSxCOLUMNS), or the path of a file (CSV, NPY, NPZ, IDX, "
                            + "WAV, text) or of a directory of IDX files, pictures, sounds or texts. Files are read as "
                            + "those were that the model learnt from.")
    String source = "";

    @Option(
            names = "--split",
            paramLabel = "PART",
            description = "train or test; without it the test part, or the whole where there is only one.")
    @Nullable
    Part part;

    @Mixin
    private final DataSettingsOption settings;

    /**
     * @param sections of settings that the command takes besides those of the data
     */
    DataOption(String... sections) {
        this.settings = new DataSettingsOption(sections);
    }

    /** The settings of one of the sections. */
    Map<String, String> settings(String section) {
        return settings.values(section);
    }

    enum Part {
        TRAIN,
        TEST
    }

    /** What a model takes. */
    Examples open(Diabolo diabolo, Autoencoder model) {
        return open(whole(diabolo, model), model);
    }

    /** What a model takes of {@link #whole}. */
    Examples open(Dataset whole, Autoencoder model) {
        return part(whole, model.dataSpec());
    }

    /** All that the source has, read as the model's data were. */
    Dataset whole(Diabolo diabolo, Autoencoder model) {
        return other(diabolo, source, model);
    }

    /** Whether what is measured on is the training part of the data. */
    boolean measuresTraining(Dataset whole) {
        return part == Part.TRAIN || part == null && whole.test().isEmpty();
    }

    /** Another source, read with the same settings. */
    Dataset other(Diabolo diabolo, String other, Autoencoder model) {
        return diabolo.data(other, settings.values(), model);
    }

    /** A model's codes. */
    Examples openCodes(Diabolo diabolo, Autoencoder model) {
        return part(diabolo.data(source, settings.values()), model.codeSpec());
    }

    private Examples part(Dataset data, TensorSpec wanted) {
        if (data.spec().size() != wanted.size()) {
            throw DiaboloException.user(
                    "data.wrong-width",
                    Problem.of("each row has " + data.spec().size() + " values (" + data.spec() + ")")
                            .at(source)
                            .allowed("rows of " + wanted.size() + " values (" + wanted + "), which this model takes")
                            .remedy("name the data, or codes, that the model was made for"));
        }
        if (part == null) {
            return data.testOrTrain();
        }
        return part == Part.TRAIN ? data.train() : data.test().orElseThrow(this::noTestPart);
    }

    private DiaboloException noTestPart() {
        return DiaboloException.user(
                "data.no-test",
                Problem.of("this data set has no test part").at(source).remedy("leave out --split"));
    }
}
