package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.Compression;
import dev.diabolo.CompressionReport;
import dev.diabolo.Diabolo;
import dev.diabolo.QualityReport;
import dev.diabolo.spi.data.Examples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diabolo compress}. */
@Command(
        name = "compress",
        mixinStandardHelpOptions = true,
        description =
                "Writes data as codes of few bits, which 'diabolo decompress' brings back with the same model, and tells how good they are still, beside JPEG at that size.")
final class CompressCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file, *.dbl.")
    private Path model = Path.of("");

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the compressed data go.")
    private Path out = Path.of("");

    @Option(
            names = "--bits",
            defaultValue = "6",
            description = "For each number of a code, 1 to 16, before entropy coding; 6 by default.")
    private int bits;

    @Option(
            names = "--compare",
            paramLabel = "EXAMPLES",
            defaultValue = "1000",
            description = "How many examples are compared with what comes back, and with JPEG; 1000 by default.")
    private int compare;

    @Mixin
    private GivenOption conditions = new GivenOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    CompressCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        int compared = Limits.atLeastOne("--compare", compare);
        Overwriting.refuse(out, Map.of("MODEL", model.toString(), "--data", data.source));
        try (Diabolo diabolo = Host.open(console, output.quiet);
                Autoencoder autoencoder = conditions.conditioned(diabolo.load(model))) {
            Examples examples = data.open(diabolo, autoencoder);
            Compression compression = autoencoder.compression();
            compression.write(examples, bits, out);
            CompressionReport report = compression.compare(examples, out, compared);
            if (output.json) {
                console.json(json(report));
            } else {
                print(report);
            }
        }
        return 0;
    }

    private Map<String, Object> json(CompressionReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", out.toString());
        json.put("examples", report.examples());
        json.put("bytes", report.bytes());
        json.put("bytesPerExample", report.bytesPerExample());
        json.put("bitsPerPixel", report.bitsPerPixel());
        json.putAll(json(report.quality()));
        List<Map<String, Object>> others = new ArrayList<>();
        for (CompressionReport.Jpeg jpeg : report.jpeg()) {
            Map<String, Object> other = new LinkedHashMap<>();
            other.put("imagesPerFile", jpeg.imagesPerFile());
            other.put("quality", jpeg.percent());
            other.put("bytesPerImage", jpeg.bytesPerImage());
            other.put("headerBytesPerImage", jpeg.headerBytesPerImage());
            other.putAll(json(jpeg.quality()));
            others.add(other);
        }
        json.put("jpeg", others);
        return json;
    }

    private static Map<String, Object> json(QualityReport quality) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("compared", quality.examples());
        json.put("mse", quality.mse());
        json.put("psnr", quality.psnr());
        quality.ssim().ifPresent(ssim -> json.put("ssim", ssim));
        return json;
    }

    private void print(CompressionReport report) {
        console.print(Count.of(report.examples(), "example") + " in " + report.bytes() + " bytes in " + out);
        Table table = new Table("", "bytes each", "of them header", "bits per pixel", "PSNR", "SSIM");
        double pixels = Byte.SIZE * report.bytesPerExample() / report.bitsPerPixel();
        table.row(row(
                "codes of " + bits + " bits", report.bytesPerExample(), "", report.bitsPerPixel(), report.quality()));
        for (CompressionReport.Jpeg jpeg : report.jpeg()) {
            table.row(row(
                    "JPEG, quality " + jpeg.percent() + ", "
                            + (jpeg.imagesPerFile() == 1 ? "a file each" : jpeg.imagesPerFile() + " in a file"),
                    jpeg.bytesPerImage(),
                    decimals(jpeg.headerBytesPerImage(), 1),
                    Byte.SIZE * jpeg.bytesPerImage() / pixels,
                    jpeg.quality()));
        }
        table.print(console);
        console.print("PSNR and SSIM of the first " + Count.of(report.quality().examples(), "example"));
    }

    private static String[] row(String name, double bytes, String header, double bits, QualityReport quality) {
        return new String[] {
            name,
            decimals(bytes, 1),
            header,
            decimals(bits, 3),
            decimals(quality.psnr(), 2) + " dB",
            quality.ssim().isPresent() ? decimals(quality.ssim().getAsDouble(), 3) : "-"
        };
    }

    private static String decimals(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }
}
