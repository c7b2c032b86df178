package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.ModelPart;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diabolo export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes a model, or a part of it, as a file of another framework.")
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file, *.dbl.")
    private Path model = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "dl4j",
            description = "dl4j (by default): a model file of Deeplearning4j; or what else plugins offer.")
    private String format = "";

    @Option(
            names = "--part",
            defaultValue = "whole",
            description = "encoder (data to codes), decoder (codes to data) or whole, by default.")
    private ModelPart part = ModelPart.WHOLE;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the file goes.")
    private Path out = Path.of("");

    @Mixin
    private OutputOptions output = new OutputOptions();

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Overwriting.refuse(out, Map.of("MODEL", model.toString()));
        try (Diabolo diabolo = Host.open(console, output.quiet);
                Autoencoder autoencoder = diabolo.load(model)) {
            diabolo.export(autoencoder, part, format, out);
            String name = part.name().toLowerCase(Locale.ROOT);
            if (output.json) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("file", out.toString());
                json.put("format", format);
                json.put("part", name);
                console.json(json);
            } else {
                console.print(name + " of the model in " + out + ", format " + format);
            }
        }
        return 0;
    }
}
