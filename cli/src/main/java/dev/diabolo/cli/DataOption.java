package dev.diabolo.cli;

import dev.diabolo.Diabolo;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import picocli.CommandLine.Option;

/** Which examples a command applies a model to. */
final class DataOption {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "SOURCE",
            description =
                    "A name (digits, mnist, fashion-mnist, random:ROWSxCOLUMNS), or the path of a file (CSV, NPY, NPZ, IDX) "
                            + "or of a directory of IDX files.")
    String source = "";

    @Option(
            names = "--split",
            paramLabel = "PART",
            description = "train or test; without it the test part, or the whole where there is only one.")
    Part part = Part.DEFAULT;

    enum Part {
        DEFAULT,
        TRAIN,
        TEST
    }

    Examples open(Diabolo diabolo) {
        Dataset data = diabolo.data(source);
        return switch (part) {
            case DEFAULT -> data.testOrTrain();
            case TRAIN -> data.train();
            case TEST ->
                data.test()
                        .orElseThrow(() -> dev.diabolo.spi.error.DiaboloException.user(
                                "data.no-test",
                                dev.diabolo.spi.error.Problem.of("this data set has no test part")
                                        .at(source)
                                        .remedy("leave out --split")));
        };
    }
}
