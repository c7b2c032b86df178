package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.CorruptedExamples;
import dev.diabolo.Diabolo;
import dev.diabolo.Restoration;
import dev.diabolo.Rows;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diabolo reconstruct}. */
@Command(
        name = "reconstruct",
        mixinStandardHelpOptions = true,
        description = "Encodes and decodes data: what the model remembers of them.")
final class ReconstructCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file, *.dbl.")
    private Path model = Path.of("");

    @Mixin
    private DataOption data = new DataOption(CorruptOption.SECTION);

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description =
                    "Where the results go: .png for a picture of the first images above their reconstructions (with --corrupt, what is "
                            + "corrupted between them), or of the first sequences and theirs as lines; .npy or .csv for the "
                            + "values of all.")
    private Path out = Path.of("");

    @Mixin
    private CorruptOption corrupt = new CorruptOption();

    @Mixin
    private GivenOption conditions = new GivenOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ReconstructCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean picture = Picture.orRows(out);
        Overwriting.refuse(out, Map.of("MODEL", model.toString(), "--data", data.source));
        try (Diabolo diabolo = Host.open(console, output.quiet);
                Autoencoder autoencoder = conditions.conditioned(diabolo.load(model))) {
            Examples examples = data.open(diabolo, autoencoder);
            Optional<Corruption> corruption =
                    corrupt.corruption(diabolo, autoencoder, data.settings(CorruptOption.SECTION));
            if (corruption.isPresent()) {
                restore(autoencoder, examples, corruption.get(), picture);
            } else if (picture) {
                Picture drawing =
                        Pictures.reconstructions(autoencoder, examples).orElseThrow(this::noImages);
                drawing.write(out);
                report(drawing);
            } else {
                Rows rows = autoencoder.reconstruct(examples);
                rows.write(out);
                Written.report(rows, out, output, console);
            }
        }
        return 0;
    }

    private void restore(Autoencoder autoencoder, Examples examples, Corruption corruption, boolean picture) {
        String what =
                picture ? draw(autoencoder, examples, corruption) : writeRestored(autoencoder, examples, corruption);
        Restoration measured = autoencoder.measurements().restoration(examples, corruption, corrupt.seed());
        if (output.json) {
            console.json(json(measured));
            return;
        }
        console.print("psnr of corrupted  " + TrainingProgress.number(measured.corruptedPsnr()) + " dB");
        if (measured.completes()) {
            console.print("psnr of whole      " + TrainingProgress.number(measured.reconstructedPsnr())
                    + " dB, the model's reconstruction of what is visible too");
        }
        console.print("psnr of restored   " + TrainingProgress.number(measured.restoredPsnr()) + " dB, of "
                + Count.of(measured.examples(), "example"));
        console.print(what + " in " + out);
    }

    private String draw(Autoencoder autoencoder, Examples examples, Corruption corruption) {
        Picture drawing = Pictures.restorations(autoencoder, examples, corruption, corrupt.seed())
                .orElseThrow(this::noImages);
        drawing.write(out);
        return drawing.legend();
    }

    private String writeRestored(Autoencoder autoencoder, Examples examples, Corruption corruption) {
        try (CorruptedExamples corrupted = autoencoder.corrupt(examples, corruption, corrupt.seed())) {
            autoencoder.restore(corrupted).write(out);
        }
        return "restored";
    }

    private Map<String, Object> json(Restoration measured) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", out.toString());
        json.put("examples", measured.examples());
        json.put("corruptedMse", measured.corruptedMse());
        json.put("corruptedPsnr", measured.corruptedPsnr());
        if (measured.completes()) {
            json.put("reconstructedMse", measured.reconstructedMse());
            json.put("reconstructedPsnr", measured.reconstructedPsnr());
        }
        json.put("restoredMse", measured.restoredMse());
        json.put("restoredPsnr", measured.restoredPsnr());
        return json;
    }

    private void report(Picture drawing) {
        if (output.json) {
            console.json(Map.of("file", out.toString(), drawing.examples(), drawing.pairs()));
        } else {
            console.print(drawing.legend() + " in " + out);
        }
    }

    private DiaboloException noImages() {
        return DiaboloException.user(
                "output.no-images",
                Problem.of("these data are no images and no sequences, so there is no picture to draw")
                        .at(out.toString())
                        .allowed("a name that ends in .npy or .csv"));
    }
}
