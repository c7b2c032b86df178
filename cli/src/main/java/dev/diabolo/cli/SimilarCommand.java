package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.CodeSearch;
import dev.diabolo.Diabolo;
import dev.diabolo.Neighbour;
import dev.diabolo.Similarity;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diabolo similar}. */
@Command(
        name = "similar",
        mixinStandardHelpOptions = true,
        description = "Finds the examples whose codes are nearest to those of others.")
final class SimilarCommand implements Callable<Integer> {
    private static final int FEW = 10;

    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file, *.dbl.")
    private Path model = Path.of("");

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--row",
            paramLabel = "N",
            split = ",",
            description = "A row of the data, counted from 0, to find others for; may be several.")
    private List<Integer> rows = List.of();

    @Option(
            names = "--query",
            paramLabel = "SOURCE",
            description = "Other data to find similar ones for: their test part, or the whole where there is only one.")
    private @Nullable String query;

    @Option(
            names = "--queries",
            paramLabel = "N",
            description = "How many of the other data, the first ones; 10 by default.")
    private @Nullable Integer queries;

    @Option(names = "--top", paramLabel = "N", defaultValue = "10", description = "Neighbours; 10 by default.")
    private int top;

    @Option(
            names = "--measure",
            defaultValue = "euclidean",
            description = "euclidean (by default) or cosine: how near two codes are.")
    private Similarity measure = Similarity.EUCLIDEAN;

    @Option(
            names = "--precision",
            description =
                    "Only tell which share of the neighbours has the label of what they are neighbours of, over all queries; without --row and --query, over all rows.")
    private boolean precision;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "A picture, .png: each image at the left of those that are similar.")
    private @Nullable Path picture;

    @Mixin
    private GivenOption conditions = new GivenOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    SimilarCommand(Console console) {
        this.console = console;
    }

    /** What to find others for. */
    private record Queries(Examples examples, int[] rows) {
        int size() {
            return rows.length;
        }

        int[] labels() {
            return IntStream.of(rows).map(examples::label).toArray();
        }
    }

    @Override
    public Integer call() {
        requireQueries();
        Map<String, String> inputs = new LinkedHashMap<>(Map.of("MODEL", model.toString(), "--data", data.source));
        if (query != null) {
            inputs.put("--query", query);
        }
        Overwriting.refuse(picture, inputs);
        try (Diabolo diabolo = Host.open(console, output.quiet);
                Autoencoder autoencoder = conditions.conditioned(diabolo.load(model))) {
            Examples examples = data.open(diabolo, autoencoder);
            CodeSearch search = autoencoder.search(examples, measure);
            Queries wanted = queries(diabolo, autoencoder, examples);
            List<List<Neighbour>> found = query == null
                    ? search.nearRows(IntStream.of(wanted.rows()).boxed().toList(), top)
                    : search.near(new FirstExamples(wanted.examples(), wanted.size()), top);
            if (precision) {
                report(wanted, found);
            } else {
                report(examples, wanted, found);
            }
        }
        return 0;
    }

    private void requireQueries() {
        Limits.atLeastOne("--top", top);
        Limits.atLeastOne("--queries", queries());
        if (precision && picture != null) {
            throw inVain("--out", "with --precision, which only tells a share");
        }
        if (precision && queries != null) {
            throw inVain("--queries", "with --precision, which takes all of the other data");
        }
        if (query == null && queries != null) {
            throw inVain("--queries", "without --query");
        }
        if (picture != null && !Picture.isNamed(picture)) {
            throw DiaboloException.user(
                    "output.unknown-format",
                    Problem.of("only a picture can be written")
                            .at(picture.toString())
                            .allowed("a name that ends in .png"));
        }
        if (query != null && !rows.isEmpty()) {
            throw DiaboloException.user(
                    "similar.two-queries",
                    Problem.of("both --row and --query tell what to find others for")
                            .remedy("leave out one"));
        }
        if (query == null && rows.isEmpty() && !precision) {
            throw DiaboloException.user(
                    "similar.no-query",
                    Problem.of("nothing tells what to find others for")
                            .allowed("--row 0 for a row of the data, or --query SOURCE for other data"));
        }
    }

    private int queries() {
        return queries == null ? FEW : queries;
    }

    private static DiaboloException inVain(String option, String how) {
        return DiaboloException.user(
                "option.in-vain",
                Problem.of("it has no effect " + how).at(option).remedy("leave it out"));
    }

    private Queries queries(Diabolo diabolo, Autoencoder autoencoder, Examples examples) {
        if (query != null) {
            Dataset others = data.other(diabolo, query, autoencoder);
            Examples all = others.testOrTrain();
            int count = precision ? all.size() : Math.min(queries(), all.size());
            return new Queries(all, IntStream.range(0, count).toArray());
        }
        return new Queries(
                examples,
                rows.isEmpty()
                        ? IntStream.range(0, examples.size()).toArray()
                        : rows.stream().mapToInt(Integer::intValue).toArray());
    }

    private void report(Queries wanted, List<List<Neighbour>> found) {
        OptionalDouble share =
                wanted.examples().labelled() ? CodeSearch.precision(found, wanted.labels()) : OptionalDouble.empty();
        if (share.isEmpty()) {
            throw DiaboloException.user(
                    "similar.no-labels",
                    Problem.of("these data have no labels to compare")
                            .at("--precision")
                            .remedy("leave it out"));
        }
        if (output.json) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("queries", wanted.size());
            json.put("top", top);
            json.put("precision", share.getAsDouble());
            console.json(json);
        } else {
            console.print("precision at " + top + "  " + TrainingProgress.number(share.getAsDouble()) + "  ("
                    + wanted.size() + " queries)");
        }
    }

    private void report(Examples examples, Queries wanted, List<List<Neighbour>> found) {
        if (picture != null) {
            draw(examples, wanted, found, picture);
        }
        if (output.json) {
            console.json(json(wanted, found));
        } else {
            print(wanted, found);
        }
    }

    private void draw(Examples examples, Queries wanted, List<List<Neighbour>> found, Path file) {
        List<List<float[]>> lines = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            List<float[]> line = new ArrayList<>();
            line.add(Pictures.read(wanted.examples(), wanted.rows()[i]));
            found.get(i).forEach(neighbour -> line.add(Pictures.read(examples, neighbour.row())));
            lines.add(line);
        }
        Pictures.grid(examples.spec(), lines, 1)
                .orElseThrow(() -> Pictures.noImages(file))
                .write(file);
    }

    private Map<String, Object> json(Queries wanted, List<List<Neighbour>> found) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("row", wanted.rows()[i]);
            if (wanted.examples().labelled()) {
                entry.put("label", wanted.labels()[i]);
            }
            entry.put(
                    "neighbours",
                    found.get(i).stream().map(SimilarCommand::json).toList());
            list.add(entry);
        }
        return Map.of("queries", list);
    }

    private static Map<String, Object> json(Neighbour neighbour) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("row", neighbour.row());
        json.put("distance", neighbour.distance());
        neighbour.label().ifPresent(label -> json.put("label", label));
        return json;
    }

    private void print(Queries wanted, List<List<Neighbour>> found) {
        for (int i = 0; i < wanted.size(); i++) {
            String label = wanted.examples().labelled() ? ", label " + wanted.labels()[i] : "";
            console.print("nearest to row " + wanted.rows()[i] + label);
            Table table = new Table("row", "distance", "label");
            for (Neighbour neighbour : found.get(i)) {
                table.row(
                        String.valueOf(neighbour.row()),
                        TrainingProgress.number(neighbour.distance()),
                        neighbour.label().isPresent()
                                ? String.valueOf(neighbour.label().getAsInt())
                                : "-");
            }
            table.print(console);
        }
        if (picture != null) {
            console.print("each image at the left of its neighbours in " + picture);
        }
    }
}
