package dev.diabolo.data.audio;

import dev.diabolo.data.DataReader;
import dev.diabolo.data.ExampleSpool;
import dev.diabolo.data.ExampleStore;
import dev.diabolo.data.LabelledFolder;
import dev.diabolo.data.LabelledFolder.Item;
import dev.diabolo.data.Recognition;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * WAV files as sequences of log-mel frames; see {@link MelSpectrogram}.
 *
 * <p><b>Shapes</b>: {@code [bands, frames]}. <b>Units</b>: nats of power.
 */
public final class SoundReader implements DataReader<SoundOptions> {
    private static final Set<String> EXTENSIONS = Set.of("wav", "wave");
    private static final double MILLIS = 1000;

    @Inject
    public SoundReader() {}

    @Override
    public String name() {
        return "sound";
    }

    @Override
    public String summary() {
        return "a WAV file or a folder of such, as log-mel frames; gives [bands, frames]";
    }

    @Override
    public Class<SoundOptions> optionsType() {
        return SoundOptions.class;
    }

    @Override
    public Recognition recognise(Path path) throws IOException {
        return Recognition.LIKELY.when(LabelledFolder.holds(path, EXTENSIONS)
                || Files.isRegularFile(path)
                        && LabelledFolder.hasExtension(EXTENSIONS).test(path));
    }

    @Override
    public Content<SoundOptions> read(Path path, SoundOptions options, ExampleStore store) throws IOException {
        LabelledFolder folder = LabelledFolder.of(path, EXTENSIONS, options.classes());
        Path first = folder.train().get(0).file();
        int rate = options.rate() == 0 ? WavFile.open(first).rate() : options.rate();
        SoundOptions found = options.with(rate, folder.classes().isEmpty() ? options.classes() : folder.classes());
        MelSpectrogram mel = spectrogram(path, found);
        Examples train = examples("train" + found, folder.train(), mel, found, store);
        Optional<Examples> test = folder.test().isEmpty()
                ? Optional.empty()
                : Optional.of(examples("test" + found, folder.test().get(), mel, found, store));
        String origin = folder.files().size() + " recordings at " + rate + " Hz in " + path + folder.describeClasses();
        return new Content<>(origin, train, test, found);
    }

    private static MelSpectrogram spectrogram(Path path, SoundOptions options) {
        int rate = options.rate();
        double highest = options.highest() == 0 ? rate / 2.0 : options.highest();
        if (highest > rate / 2.0 || options.lowest() >= highest) {
            throw DiaboloException.user(
                    "data.bad-frequencies",
                    Problem.of("bands from " + options.lowest() + " to " + highest + " Hz cannot be had at a rate of "
                                    + rate)
                            .at(path.toString())
                            .allowed("data.lowest below data.highest, and that at most " + rate / 2.0));
        }
        int window = (int) Math.max(1, Math.round(options.window() * rate / MILLIS));
        if (window > MelSpectrogram.MOST_SAMPLES) {
            throw DiaboloException.user(
                    "data.frame-too-long",
                    Problem.of("a frame of " + options.window() + " ms has " + window + " samples at a rate of " + rate)
                            .at(path.toString())
                            .allowed("at most " + MelSpectrogram.MOST_SAMPLES + " samples")
                            .remedy("set data.window to less"));
        }
        int hop = (int) Math.max(1, Math.round(options.hop() * rate / MILLIS));
        MelSpectrogram mel = new MelSpectrogram(rate, window, hop, options.bands(), options.lowest(), highest);
        if (mel.emptyBand() >= 0) {
            throw DiaboloException.user(
                    "data.too-many-bands",
                    Problem.of("band " + (mel.emptyBand() + 1) + " of " + options.bands()
                                    + " is narrower than the spectrum is fine, and would be silent always")
                            .at(path.toString())
                            .remedy("set data.bands to less, or data.window or data.lowest to more"));
        }
        return mel;
    }

    private static Examples examples(
            String part, List<Item> items, MelSpectrogram mel, SoundOptions options, ExampleStore store)
            throws IOException {
        List<Path> files = items.stream().map(Item::file).toList();
        return store.collect(part, files, false, spool -> {
            for (Item item : items) {
                add(item, mel, options, spool);
            }
        });
    }

    private static void add(Item item, MelSpectrogram mel, SoundOptions options, ExampleSpool spool)
            throws IOException {
        WavFile file = WavFile.open(item.file());
        if (file.rate() != options.rate()) {
            throw DiaboloException.user(
                    "data.wrong-rate",
                    Problem.of("it has " + file.rate() + " samples a second, and " + options.rate() + " are wanted")
                            .at(item.file().toString())
                            .remedy("resample it, or leave it out"));
        }
        float[] samples = file.mono();
        int length = options.frames();
        int available = mel.frames(samples.length);
        if (available < length) {
            throw DiaboloException.user(
                    "data.window-too-long",
                    Problem.of("an example has " + length + " frames, and this recording has " + available)
                            .at(item.file().toString())
                            .allowed("data.frames of at most " + Math.max(1, available))
                            .remedy("set data.frames to less, or leave out recordings that are too short"));
        }
        TensorSpec spec = TensorSpec.of(options.bands(), length);
        int stride = options.stride() == 0 ? length : options.stride();
        for (int from = 0; from + length <= available; from += stride) {
            float[] values = new float[spec.size()];
            for (int frame = 0; frame < length; frame++) {
                float[] bands = mel.frame(samples, from + frame);
                for (int band = 0; band < bands.length; band++) {
                    values[band * length + frame] = bands[band];
                }
            }
            if (item.label() < 0) {
                spool.add(spec, values);
            } else {
                spool.add(spec, values, item.label());
            }
        }
    }
}
