package dev.diabolo.data.pictures;

import dev.diabolo.data.DataReader;
import dev.diabolo.data.ExampleSpool;
import dev.diabolo.data.ExampleStore;
import dev.diabolo.data.LabelledFolder;
import dev.diabolo.data.LabelledFolder.Item;
import dev.diabolo.data.Recognition;
import dev.diabolo.data.pictures.PictureOptions.Colour;
import dev.diabolo.spi.data.Examples;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of pictures.
 *
 * <p><b>Shapes</b>: {@code [1, height, width]} for grey and {@code [3, height, width]} for red, green and blue. <b>Units</b>:
 * whole numbers from 0 to 255.
 */
public final class PictureReader implements DataReader<PictureOptions> {
    private static final long MEGA = 1_000_000;

    @Inject
    public PictureReader() {}

    @Override
    public String name() {
        return "pictures";
    }

    @Override
    public String summary() {
        return "a folder of PNG, JPEG, BMP or GIF files; sub-folders are classes, train and test are parts";
    }

    @Override
    public Class<PictureOptions> optionsType() {
        return PictureOptions.class;
    }

    @Override
    public Recognition recognise(Path path) throws IOException {
        Set<String> extensions = PictureDecoder.extensions();
        return Recognition.LIKELY.when(LabelledFolder.holds(path, extensions)
                || Files.isRegularFile(path)
                        && LabelledFolder.hasExtension(extensions).test(path));
    }

    @Override
    public Content<PictureOptions> read(Path path, PictureOptions options, ExampleStore store) throws IOException {
        LabelledFolder folder = LabelledFolder.of(path, PictureDecoder.extensions(), options.classes());
        Examples train = examples("train" + folder.classes(), folder.train(), options, store);
        Optional<Examples> test = folder.test().isEmpty()
                ? Optional.empty()
                : Optional.of(examples("test" + folder.classes(), folder.test().get(), options, store));
        int read = train.size() + test.map(Examples::size).orElse(0);
        int skipped = folder.files().size() - read;
        String origin = read + " pictures in " + path
                + (skipped == 0 ? "" : ", without " + skipped + " that cannot be read")
                + (folder.others() == 0 ? "" : ", beside " + folder.others() + " other files")
                + folder.describeClasses();
        Colour found = train.spec().dimension(0) == 1 ? Colour.GREY : Colour.RGB;
        List<String> classes = folder.classes().isEmpty() ? options.classes() : folder.classes();
        return new Content<>(origin, train, test, options.with(found, classes));
    }

    private static Examples examples(String part, List<Item> items, PictureOptions options, ExampleStore store)
            throws IOException {
        List<Path> files = items.stream().map(Item::file).toList();
        PictureDecoder decoder = new PictureDecoder(options.largest() * MEGA);
        return store.collect(
                part,
                files,
                true,
                (ExampleSpool spool) -> new PictureCollector(decoder, options, spool).collect(items));
    }
}
