package dev.diabolo.data;

import static dev.diabolo.data.DataFixtures.failure;
import static dev.diabolo.data.DataFixtures.gzip;
import static dev.diabolo.data.DataFixtures.idx;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a server on the loopback interface; nothing here ever asks another machine. */
class DownloadCacheTest {
    private static final byte[] IMAGES = idx(8, new int[] {3, 2, 2}, new byte[12]);
    private static final byte[] LABELS = idx(8, new int[] {3}, (byte) 1, (byte) 2, (byte) 3);

    @TempDir
    Path root;

    private final Map<String, byte[]> served = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final CountDownLatch testIsOver = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String name = exchange.getRequestURI().getPath().substring(1);
            synchronized (asked) {
                asked.add(name);
            }
            byte[] content = served.get(name);
            exchange.sendResponseHeaders(content == null ? 404 : 200, content == null ? -1 : content.length);
            if (content != null) {
                exchange.getResponseBody().write(content);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        testIsOver.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void filesAreFetchedOnceAndOpenAsADataset() throws IOException {
        serveBoth(gzip(IMAGES), gzip(LABELS));
        for (int time = 0; time < 2; time++) {
            Dataset data = new DataSources(Set.of(), cache(tiny()), new Storage(Path.of("unused"), Long.MAX_VALUE))
                    .open("tiny");
            assertThat(data.spec()).isEqualTo(TensorSpec.of(1, 2, 2));
            assertThat(data.train().label(2)).isEqualTo(3);
        }
        assertThat(asked).containsExactly("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz");
    }

    @Test
    void filesAlreadyThereAreNotAskedFor() throws IOException {
        Path folder = Files.createDirectories(root.resolve("tiny"));
        Files.write(folder.resolve("train-images-idx3-ubyte"), IMAGES);
        Files.write(folder.resolve("train-labels-idx1-ubyte.gz"), gzip(LABELS));
        assertThat(cache(tiny()).fetch(tiny())).isEqualTo(folder);
        assertThat(asked).isEmpty();
    }

    @Test
    void aListenerIsToldHowItGoes() throws IOException {
        byte[] images = gzip(IMAGES);
        serveBoth(images, gzip(LABELS));
        List<String> told = new ArrayList<>();
        DownloadListener listener = new DownloadListener() {
            @Override
            public void started(URI source, long totalBytes) {
                told.add("started " + totalBytes);
            }

            @Override
            public void progressed(URI source, long bytes) {
                told.add("progressed " + bytes);
            }

            @Override
            public void finished(URI source) {
                told.add("finished");
            }
        };
        new DownloadCache(root, List.of(tiny()), listener, Duration.ofSeconds(10)).fetch(tiny());
        assertThat(told)
                .startsWith("started " + images.length)
                .containsSubsequence("progressed " + images.length, "finished");
    }

    @Test
    void aListenerIsToldOfAFailureWhateverItWas() throws IOException {
        List<String> told = new ArrayList<>();
        DownloadListener listener = new DownloadListener() {
            @Override
            public void finished(URI source) {
                told.add("finished");
            }

            @Override
            public void failed(URI source) {
                told.add("failed " + source.getPath());
            }
        };
        DownloadCache cache = new DownloadCache(root, List.of(tiny()), listener, Duration.ofSeconds(10));
        failure(() -> cache.fetch(tiny()));
        serveBoth(gzip(LABELS), gzip(LABELS));
        failure(() -> cache.fetch(tiny()));
        answerWith(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(new byte[10]);
        });
        failure(() -> cache.fetch(tiny()));
        assertThat(told).hasSize(3).containsOnly("failed /train-images-idx3-ubyte.gz");
    }

    @Test
    void anotherChecksumIsRefusedAndNothingKept() throws IOException {
        byte[] other = IMAGES.clone();
        other[other.length - 1] = 1;
        serveBoth(gzip(other), gzip(LABELS));
        requireRefused("data.bad-download", "SHA-256");
    }

    @Test
    void anotherHeaderOrLengthIsRefusedAndNothingKept() throws IOException {
        serveBoth(gzip(idx(8, new int[] {3, 2, 3}, new byte[18])), gzip(LABELS));
        requireRefused("data.bad-download", "does not begin like");
        serveBoth(gzip(Arrays.copyOf(IMAGES, IMAGES.length - 1)), gzip(LABELS));
        requireRefused("data.bad-download", "bytes instead of");
        serveBoth(gzip(Arrays.copyOf(IMAGES, IMAGES.length + 1)), gzip(LABELS));
        requireRefused("data.bad-download", "longer than");
    }

    @Test
    void aDamagedOrCutFileIsRefusedAndNothingKept() throws IOException {
        byte[] whole = gzip(IMAGES);
        serveBoth(Arrays.copyOf(whole, whole.length - 6), gzip(LABELS));
        requireRefused("data.bad-download", "no complete gzip file");
        serveBoth("<html>moved</html>".getBytes(), gzip(LABELS));
        requireRefused("data.bad-download", "no complete gzip file");
    }

    @Test
    void aBodyShorterThanAnnouncedIsRefusedAndNothingKept() throws IOException {
        answerWith(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(new byte[10]);
        });
        requireRefused("data.download-failed", "train-images");
    }

    @Test
    void aBodyLargerThanTheFileCanBeIsRefused() throws IOException {
        serveBoth(new byte[100_000], gzip(LABELS));
        requireRefused("data.download-failed", "more than");
    }

    @Test
    void aBodyOfUnknownLengthIsCutOffWhereItGetsTooLarge() throws IOException {
        answerWith(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[100_000]);
        });
        requireRefused("data.download-failed", "sends more than");
    }

    @Test
    void aMissingFileIsToldByTheServersAnswer() {
        requireRefused("data.download-failed", "404");
    }

    @Test
    void aServerThatStopsSendingIsGivenUp() {
        answerWith(exchange -> {
            exchange.sendResponseHeaders(200, 50);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            awaitEndOfTest();
        });
        DownloadCache cache = new DownloadCache(root, List.of(tiny()), DownloadListener.NONE, Duration.ofMillis(300));
        assertThat(failure(() -> cache.fetch(tiny()))).hasMessageContaining("nothing arrived for");
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() {
        answerWith(exchange -> awaitEndOfTest());
        DownloadCache cache = new DownloadCache(root, List.of(tiny()), DownloadListener.NONE, Duration.ofMillis(300));
        assertThat(failure(() -> cache.fetch(tiny())).code()).isEqualTo("data.download-failed");
    }

    @Test
    void withoutANetworkTheUserIsToldWhatToPutWhere() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        RemoteSet mnist = RemoteSet.mnist(URI.create("http://127.0.0.1:" + closed));
        DiaboloException error = failure(() -> cache(mnist).fetch(mnist));
        assertThat(error.kind()).isEqualTo(ErrorKind.RESOURCE);
        assertThat(error)
                .hasMessageContaining("put train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz,")
                .hasMessageContaining(root.resolve("mnist").toString());
    }

    @Test
    void aCacheThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "x");
        DownloadCache cache = new DownloadCache(file, List.of(tiny()), DownloadListener.NONE, Duration.ofSeconds(5));
        DiaboloException error = failure(() -> cache.fetch(tiny()));
        assertThat(error.code()).isEqualTo("data.cannot-write");
        assertThat(error).hasMessageContaining("DIABOLO_DATA");
    }

    @Test
    void theCacheIsWhereTheSystemsUsersExpectIt() {
        Path home = Path.of("home");
        assertThat(CacheDirectory.of(Map.of("DIABOLO_DATA", "here"), "Linux", home))
                .isEqualTo(Path.of("here"));
        assertThat(CacheDirectory.of(Map.of(), "Linux", home)).isEqualTo(home.resolve(".cache/diabolo"));
        assertThat(CacheDirectory.of(Map.of(), "Mac OS X", home)).isEqualTo(home.resolve("Library/Caches/diabolo"));
        assertThat(CacheDirectory.of(Map.of("LOCALAPPDATA", "local"), "Windows 11", home))
                .isEqualTo(Path.of("local", "diabolo"));
    }

    @Test
    void mirrorsCanBeChosenAndMustBeUrls() {
        String mine = "http://127.0.0.1:1/mine";
        var cache = DownloadCache.ofUser(Map.of("DIABOLO_FASHION_MNIST_URL", mine), DownloadListener.NONE);
        assertThat(cache.sets()).extracting(RemoteSet::base).contains(URI.create(mine + "/"), RemoteSet.MNIST_MIRROR);
        for (String wrong : new String[] {"ftp://x/", "not a url", "nothing"}) {
            assertThat(failure(() -> DownloadCache.ofUser(Map.of("DIABOLO_MNIST_URL", wrong), DownloadListener.NONE))
                            .code())
                    .isEqualTo("data.bad-url");
        }
    }

    @Test
    void theRealFilesOfMnistPassTheirChecksums() throws IOException {
        Path files = realMnist();
        RemoteSet mnist = RemoteSet.mnist(base());
        for (RemoteFile file : mnist.files()) {
            served.put(file.name() + ".gz", Files.readAllBytes(files.resolve(file.name() + ".gz")));
        }
        Dataset data =
                new DataSources(Set.of(), cache(mnist), new Storage(Path.of("unused"), Long.MAX_VALUE)).open("mnist");
        assertThat(data.train().size()).isEqualTo(60_000);
        assertThat(data.testOrTrain().size()).isEqualTo(10_000);
        assertThat(data.spec()).isEqualTo(TensorSpec.of(1, 28, 28));
        assertThat(data.train().label(0)).isEqualTo(5);
        assertThat(DataSummary.of(data.testOrTrain()).classes()).isEqualTo(10);
    }

    private interface Answer {
        void give(com.sun.net.httpserver.HttpExchange exchange) throws IOException;
    }

    private void answerWith(Answer answer) {
        server.removeContext("/");
        server.createContext("/", exchange -> {
            try {
                answer.give(exchange);
            } finally {
                exchange.close();
            }
        });
    }

    private void awaitEndOfTest() {
        try {
            testIsOver.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireRefused(String code, String message) {
        DiaboloException error = failure(() -> cache(tiny()).fetch(tiny()));
        assertThat(error.kind()).isEqualTo(ErrorKind.RESOURCE);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error).hasMessageContaining(message);
        assertThat(root.resolve("tiny")).isEmptyDirectory();
    }

    private void serveBoth(byte[] images, byte[] labels) {
        served.put("train-images-idx3-ubyte.gz", images);
        served.put("train-labels-idx1-ubyte.gz", labels);
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private RemoteSet tiny() {
        return new RemoteSet(
                "tiny",
                "for this test",
                base(),
                List.of(
                        new RemoteFile("train-images-idx3-ubyte", List.of(3, 2, 2), Optional.of(sha256(IMAGES))),
                        new RemoteFile("train-labels-idx1-ubyte", List.of(3), Optional.empty())));
    }

    private DownloadCache cache(RemoteSet set) {
        return new DownloadCache(root, List.of(set), DownloadListener.NONE, Duration.ofSeconds(10));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** {@code -Ddiabolo.test.mnist}, {@code DIABOLO_TEST_MNIST}, or {@code shared/data/mnist} beside the project. */
    private static Path realMnist() {
        String chosen = System.getProperty("diabolo.test.mnist", System.getenv("DIABOLO_TEST_MNIST"));
        Path files =
                chosen != null ? Path.of(chosen) : Path.of("").toAbsolutePath().resolve("../../shared/data/mnist");
        Assumptions.assumeTrue(
                Files.isRegularFile(files.resolve("train-images-idx3-ubyte.gz")),
                "no files of MNIST in " + files.normalize() + "; set DIABOLO_TEST_MNIST to their directory");
        return files;
    }
}
