package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads that come to no good end, from a server on the loopback interface. */
class DownloadTest {
    @TempDir
    Path folder;

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private Path cache;

    @BeforeEach
    void serveTheWrongFileInTwoParts() throws IOException {
        cache = Files.createDirectories(folder.resolve("cache/mnist"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            exchange.getResponseBody().write(new byte[200_000]);
            exchange.getResponseBody().flush();
            try {
                goOn.await();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
            exchange.getResponseBody().write(new byte[800_000]);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private DiaboloProcess process() {
        return new DiaboloProcess(folder)
                .environment("DIABOLO_DATA", folder.resolve("cache").toString())
                .environment(
                        "DIABOLO_MNIST_URL",
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Test
    void aDownloadThatIsToldToEndLeavesNothing() throws IOException, InterruptedException {
        try (WatchService watch = cache.getFileSystem().newWatchService()) {
            cache.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            DiaboloProcess.Running running = process().start("data", "describe", "mnist");
            WatchKey begun = watch.poll(60, TimeUnit.SECONDS);
            assertThat(begun).as("a part of a file").isNotNull();

            assertThat(running.signal("TERM").end().code()).isEqualTo(143);
        }
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void theBarOfADownloadThatFailsIsTakenAway() {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/script")) && Files.exists(Path.of("/proc/self/fd")),
                "skipped: no pseudo-terminal without 'script'");
        DiaboloProcess process = process().environment("TERM", "xterm");
        String command = process.command("data", "describe", "mnist").stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        DiaboloProcess.Running running = process.start(
                        List.of("script", "-qec", "unset CI; exec " + command, "/dev/null"))
                .untilOutput("20%");
        goOn.countDown();
        Outcome outcome = running.end();

        assertThat(outcome.code()).isEqualTo(5);
        String error = outcome.out()
                .lines()
                .filter(line -> line.contains("not the right file"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the reason is missing in: " + outcome.out()));
        assertThat(error.substring(error.lastIndexOf('\r') + 1).replaceFirst("^\u001b\\[K", ""))
                .startsWith("error: mnist: http://");
    }
}
