package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.LikelihoodReport;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diabolo traverse}. */
@Command(
        name = "traverse",
        mixinStandardHelpOptions = true,
        description =
                "Shows what each dimension of the code does: one code, decoded with one dimension changed step by step.")
final class TraverseCommand implements Callable<Integer> {
    /** Examples whose codes tell how far and in which order to go. */
    private static final int SAMPLE = 1000;

    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file, *.dbl.")
    private Path model = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "SOURCE",
            description =
                    "Data with the example to begin with, named as for encode; their test part where there is one. "
                            + "Without it a model with a prior begins at the code of zeros.")
    private @Nullable String source;

    @Mixin
    private final DataSettingsOption settings = new DataSettingsOption();

    @Option(
            names = "--row",
            paramLabel = "N",
            defaultValue = "0",
            description = "The row of the data to begin with, counted from 0; ${DEFAULT-VALUE} by default.")
    private int row;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "9",
            description = "Pictures of each dimension; ${DEFAULT-VALUE} by default.")
    private int steps;

    @Option(
            names = "--range",
            paramLabel = "R",
            defaultValue = "3",
            description =
                    "How far a dimension goes: with a prior from -R to R, else R standard deviations of the data's codes to both sides of their mean; ${DEFAULT-VALUE} by default.")
    private double range;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            description =
                    "kl (the dimension that tells most first, measured on --data) or index; kl by default where it can be measured.")
    private @Nullable Order order;

    @Option(names = "--top", paramLabel = "N", description = "Only the first so many dimensions of that order.")
    private @Nullable Integer top;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = WalkFile.DESCRIPTION)
    private Path out = Path.of("");

    @Mixin
    private GivenOption conditions = new GivenOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    TraverseCommand(Console console) {
        this.console = console;
    }

    enum Order {
        KL,
        INDEX
    }

    /** The values that a dimension goes between. */
    private record Span(double from, double to) {}

    @Override
    public Integer call() {
        WalkFile file = new WalkFile(out);
        requirePositive(range > 0, "--range", "a number above 0");
        requirePositive(top == null || top > 0, "--top", "1 or more");
        Overwriting.refuse(out, Map.of("MODEL", model.toString(), "--data", source == null ? "" : source));
        try (Diabolo diabolo = Host.open(console, output.quiet);
                Autoencoder autoencoder = conditions.conditioned(diabolo.load(model))) {
            file.requireDrawable(autoencoder.dataSpec(), steps);
            Optional<Examples> examples = Optional.ofNullable(source)
                    .map(name ->
                            diabolo.data(name, settings.values(), autoencoder).testOrTrain());
            float[] start = start(autoencoder, examples);
            List<Span> spans = spans(autoencoder, examples);
            List<Double> divergences = divergences(autoencoder, examples);
            List<Integer> dimensions = ordered(start.length, divergences);
            List<List<float[]>> walks = new ArrayList<>();
            for (int dimension : dimensions) {
                Span span = spans.get(dimension);
                walks.add(List.of(autoencoder
                        .traverse(start, dimension, span.from(), span.to(), steps)
                        .examples()));
            }
            file.write(autoencoder.dataSpec(), autoencoder.columns(), walks);
            report(dimensions, divergences);
        }
        return 0;
    }

    private static void requirePositive(boolean possible, String option, String allowed) {
        if (!possible) {
            throw DiaboloException.user(
                    "traverse.option",
                    Problem.of("this is not possible").at(option).allowed(allowed));
        }
    }

    private float[] start(Autoencoder autoencoder, Optional<Examples> examples) {
        if (examples.isPresent()) {
            return autoencoder.encode(new float[][] {ExistingRow.read(examples.get(), row)})[0];
        }
        if (!autoencoder.hasPrior()) {
            throw DiaboloException.user(
                    "traverse.no-data",
                    Problem.of("this model has no prior, so nothing tells where its codes lie")
                            .remedy("name data with --data"));
        }
        return new float[autoencoder.codeSpec().size()];
    }

    private List<Span> spans(Autoencoder autoencoder, Optional<Examples> examples) {
        int size = autoencoder.codeSpec().size();
        if (autoencoder.hasPrior()) {
            return IntStream.range(0, size)
                    .mapToObj(i -> new Span(-range, range))
                    .toList();
        }
        Examples sample = sample(examples.orElseThrow());
        double[] sums = new double[size];
        double[] squares = new double[size];
        for (float[] code : autoencoder.encode(sample)) {
            for (int i = 0; i < size; i++) {
                sums[i] += code[i];
                squares[i] += (double) code[i] * code[i];
            }
        }
        return IntStream.range(0, size)
                .mapToObj(i -> {
                    double mean = sums[i] / sample.size();
                    double far = range * Math.sqrt(Math.max(0, squares[i] / sample.size() - mean * mean));
                    return new Span(mean - far, mean + far);
                })
                .toList();
    }

    private static Examples sample(Examples examples) {
        return new FirstExamples(examples, Math.min(SAMPLE, examples.size()));
    }

    /** Of each dimension; empty where they are not needed or cannot be measured. */
    private List<Double> divergences(Autoencoder autoencoder, Optional<Examples> examples) {
        if (order == Order.INDEX || order == null && examples.isEmpty()) {
            return List.of();
        }
        List<Double> measured = examples.flatMap(data -> autoencoder
                        .measurements()
                        .likelihood(sample(data), 1, 0, 1)
                        .map(LikelihoodReport::klPerDimension))
                .orElse(List.of());
        if (order == Order.KL && measured.size() != autoencoder.codeSpec().size()) {
            throw DiaboloException.user(
                    "traverse.no-kl",
                    Problem.of(
                                    examples.isEmpty()
                                            ? "what a dimension tells is measured on data, and none are named"
                                            : "this model has no divergence of each dimension")
                            .at("--order kl")
                            .allowed("--order index")
                            .remedy(examples.isEmpty() ? "name data with --data" : ""));
        }
        return measured.size() == autoencoder.codeSpec().size() ? measured : List.of();
    }

    private List<Integer> ordered(int size, List<Double> divergences) {
        return IntStream.range(0, size)
                .boxed()
                .sorted(
                        divergences.isEmpty()
                                ? Comparator.naturalOrder()
                                : Comparator.comparing((Integer dimension) -> -divergences.get(dimension)))
                .limit(top == null ? size : top)
                .toList();
    }

    private void report(List<Integer> dimensions, List<Double> divergences) {
        if (output.json) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", out.toString());
            json.put("dimensions", dimensions);
            if (!divergences.isEmpty()) {
                json.put("kl", dimensions.stream().map(divergences::get).toList());
            }
            json.put("steps", steps);
            json.put("range", range);
            console.json(json);
            return;
        }
        console.print(steps + " steps of " + dimensions.size() + " dimensions, from top to bottom, in " + out);
        for (int dimension : dimensions) {
            console.print("dimension " + dimension
                    + (divergences.isEmpty()
                            ? ""
                            : "  kl " + TrainingProgress.number(divergences.get(dimension)) + " nats"));
        }
    }
}
