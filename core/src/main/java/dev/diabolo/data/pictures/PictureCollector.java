package dev.diabolo.data.pictures;

import dev.diabolo.data.ExampleSpool;
import dev.diabolo.data.LabelledFolder.Item;
import dev.diabolo.data.pictures.PictureOptions.Colour;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes pictures, several at a time, and collects them in their order. For one use. */
final class PictureCollector {
    private static final Logger LOG = LoggerFactory.getLogger(PictureCollector.class);

    /** So many pictures, of their own size, are in memory at once at most; fewer where they are large. */
    private static final int AT_ONCE = 4 * Math.max(1, Runtime.getRuntime().availableProcessors());

    private final PictureDecoder decoder;
    private final PictureOptions options;
    private final ExampleSpool spool;
    private @Nullable Path first;
    private @Nullable Picture model;

    PictureCollector(PictureDecoder decoder, PictureOptions options, ExampleSpool spool) {
        this.decoder = decoder;
        this.options = options;
        this.spool = spool;
    }

    /** What came of one file. */
    private record Decoded(
            @Nullable Picture picture, @Nullable BadPictureException failure) {}

    void collect(List<Item> items) throws IOException {
        Optional<Resampling> resampling = options.size()
                .map(size -> new Resampling(size.width(), size.height(), options.fit(), options.filter()));
        for (int from = 0; from < items.size(); from += AT_ONCE) {
            List<Item> some = items.subList(from, Math.min(items.size(), from + AT_ONCE));
            long[] pixels = some.parallelStream()
                    .mapToLong(item -> decoder.pixels(item.file()))
                    .toArray();
            int begin = 0;
            for (int end : ends(pixels, PictureDecoder.mostInMemory())) {
                collect(some.subList(begin, end), resampling, items.size());
                begin = end;
            }
        }
        if (spool.size() == 0) {
            throw DiaboloException.user(
                    "data.empty",
                    Problem.of("none of the " + items.size() + " pictures can be read; the first is")
                            .at(items.get(0).file().toString()));
        }
    }

    /**
     * Parts pictures, in their order, so that each part fits into a budget; a picture that does not is a part of its own.
     *
     * @param pixels of each picture
     * @return where each part ends
     */
    static List<Integer> ends(long[] pixels, long budget) {
        List<Integer> ends = new ArrayList<>();
        long taken = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (taken > 0 && pixels[i] > budget - taken) {
                ends.add(i);
                taken = 0;
            }
            taken += pixels[i];
        }
        ends.add(pixels.length);
        return ends;
    }

    private void collect(List<Item> some, Optional<Resampling> resampling, int files) throws IOException {
        List<Decoded> decoded = some.parallelStream()
                .map(item -> decode(item.file(), resampling))
                .toList();
        requireReadable(some, decoded, files);
        for (int i = 0; i < some.size(); i++) {
            add(some.get(i), decoded.get(i), files);
        }
    }

    private Decoded decode(Path file, Optional<Resampling> resampling) {
        try {
            Picture picture = decoder.decode(file);
            Picture coloured = switch (options.colour()) {
                case GREY -> picture.grey();
                case RGB -> picture.rgb();
                case AS_IS -> picture;
            };
            return new Decoded(
                    resampling.map(to -> to.apply(coloured)).orElse(coloured).rounded(), null);
        } catch (BadPictureException bad) {
            return new Decoded(null, bad);
        }
    }

    private void add(Item item, Decoded decoded, int files) throws IOException {
        Picture picture = decoded.picture();
        if (picture == null) {
            LOG.warn("{} is left out: {}", item.file(), why(decoded));
            return;
        }
        if (model == null || first == null) {
            model = picture;
            first = item.file();
        }
        Optional<Problem> other = difference(first, model, item.file(), picture);
        if (other.isPresent()) {
            throw new DiaboloException(ErrorKind.USER, "data.shape-mismatch", List.of(other.get()), null);
        }
        if (item.label() < 0) {
            spool.add(picture.spec(), picture.values());
        } else {
            spool.add(picture.spec(), picture.values(), item.label());
        }
    }

    /** Refuses bad pictures, all that were decoded together at once, unless they are to be left out. */
    private void requireReadable(List<Item> some, List<Decoded> decoded, int files) {
        List<Problem> problems = new ArrayList<>();
        @Nullable BadPictureException first = null;
        for (int i = 0; i < some.size(); i++) {
            if (!options.skipBad() && decoded.get(i).picture() == null) {
                first = first == null ? decoded.get(i).failure() : first;
                problems.add(Problem.of("this picture, one of " + files + ", is bad: " + why(decoded.get(i)))
                        .at(some.get(i).file().toString())
                        .remedy("mend or remove it, or go on without such pictures with data.skip-bad=true"));
            }
        }
        if (!problems.isEmpty()) {
            throw new DiaboloException(ErrorKind.USER, "data.bad-picture", problems, first);
        }
    }

    private static String why(Decoded decoded) {
        BadPictureException failure = decoded.failure();
        return failure == null ? "" : String.valueOf(failure.getMessage());
    }

    private static Optional<Problem> difference(Path first, Picture model, Path file, Picture picture) {
        if (!model.size().equals(picture.size())) {
            return Optional.of(Problem.of("pictures have different sizes: " + first + " has " + model.size() + ", and "
                            + file + " has " + picture.size())
                    .at(file.toString())
                    .remedy("bring them to one size, as with data.resize=" + model.size()));
        }
        if (model.channels() != picture.channels()) {
            return Optional.of(Problem.of("pictures have different channels: " + first + " has " + model.channels()
                            + ", and " + file + " has " + picture.channels())
                    .at(file.toString())
                    .allowed("data.colour=" + Colour.GREY.name().toLowerCase(java.util.Locale.ROOT) + " or data.colour="
                            + Colour.RGB.name().toLowerCase(java.util.Locale.ROOT)));
        }
        return Optional.empty();
    }
}
