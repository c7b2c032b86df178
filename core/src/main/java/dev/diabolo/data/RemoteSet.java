package dev.diabolo.data;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A named data set of IDX files that can be downloaded.
 *
 * @param name the reference, and the folder in the cache
 * @param summary what it is, one sentence
 * @param base where its files are; ends with a slash
 * @param files as {@link IdxDirectory} knows them
 */
public record RemoteSet(String name, String summary, URI base, List<RemoteFile> files) {
    /** Google's copy; the original site answers no longer. */
    public static final URI MNIST_MIRROR = URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/");

    /** The authors' own place, which has no HTTPS. */
    public static final URI FASHION_MNIST_MIRROR =
            URI.create("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/");

    private static final List<Integer> TRAIN = List.of(60_000);
    private static final List<Integer> TEST = List.of(10_000);

    public RemoteSet {
        files = List.copyOf(files);
        if (!base.toString().endsWith("/")) {
            base = URI.create(base + "/");
        }
        if (!"http".equals(base.getScheme()) && !"https".equals(base.getScheme()) || base.getHost() == null) {
            throw DiaboloException.user(
                    "data.bad-url",
                    Problem.of("'" + base + "' is no place to download " + name + " from")
                            .allowed("a URL that begins with https:// or http://"));
        }
    }

    /**
     * Handwritten digits, 28x28. Every file is checked by its SHA-256. Source: Y. LeCun, L. Bottou, Y. Bengio,
     * P. Haffner, "Gradient-based learning applied to document recognition", Proc. IEEE 86(11), 1998.
     */
    public static RemoteSet mnist(URI base) {
        return new RemoteSet(
                "mnist",
                "70,000 handwritten digits, 28x28, 0 to 255, labelled (LeCun et al. 1998)",
                base,
                files(
                        Optional.of("ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
                        Optional.of("65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
                        Optional.of("0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
                        Optional.of("ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")));
    }

    /**
     * Clothes, 28x28. <b>Only the structure of the files is checked</b> (magic numbers, sizes, lengths, gzip's own
     * checksums), not what is in them: no SHA-256 from a trustworthy place is at hand. Source: H. Xiao, K. Rasul,
     * R. Vollgraf, "Fashion-MNIST", arXiv:1708.07747, 2017.
     */
    public static RemoteSet fashionMnist(URI base) {
        return new RemoteSet(
                "fashion-mnist",
                "70,000 pictures of clothes, 28x28, 0 to 255, labelled (Xiao et al. 2017)",
                base,
                files(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static List<RemoteFile> files(
            Optional<String> trainImages,
            Optional<String> trainLabels,
            Optional<String> testImages,
            Optional<String> testLabels) {
        return List.of(
                new RemoteFile(IdxDirectory.TRAIN_IMAGES, List.of(60_000, 28, 28), trainImages),
                new RemoteFile(IdxDirectory.TRAIN_LABELS, TRAIN, trainLabels),
                new RemoteFile(IdxDirectory.TEST_IMAGES, List.of(10_000, 28, 28), testImages),
                new RemoteFile(IdxDirectory.TEST_LABELS, TEST, testLabels));
    }
}
