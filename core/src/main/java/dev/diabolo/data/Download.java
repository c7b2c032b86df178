package dev.diabolo.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** One HTTP transfer to a file, with bounds on time and size. */
final class Download {
    private static final int CHUNK = 1 << 16;

    private final Duration timeout;
    private final DownloadListener listener;

    Download(Duration timeout, DownloadListener listener) {
        this.timeout = timeout;
        this.listener = listener;
    }

    /** Fetches; an {@link IOException} says in its message why it could not. */
    void fetch(URI source, Path target, long mostBytes) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request =
                HttpRequest.newBuilder(source).timeout(timeout).GET().build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("the server answered " + response.statusCode());
                }
                long announced =
                        response.headers().firstValueAsLong("Content-Length").orElse(-1);
                if (announced > mostBytes) {
                    throw new IOException("the server offers " + announced + " bytes, more than " + mostBytes);
                }
                listener.started(source, announced);
                copy(body, source, target, mostBytes, announced);
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the download was interrupted");
        } catch (HttpTimeoutException late) {
            throw new IOException("the server did not answer within " + timeout.toSeconds() + " s", late);
        }
    }

    private void copy(InputStream body, URI source, Path target, long mostBytes, long announced) throws IOException {
        long bytes = 0;
        byte[] chunk = new byte[CHUNK];
        try (StallWatch watch = new StallWatch(body, timeout);
                OutputStream out = Files.newOutputStream(target)) {
            try {
                for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                    watch.progressed();
                    bytes += read;
                    if (bytes > mostBytes) {
                        throw new IOException("the server sends more than " + mostBytes + " bytes");
                    }
                    out.write(chunk, 0, read);
                    listener.progressed(source, bytes);
                }
            } catch (IOException failure) {
                if (watch.stalled()) {
                    throw new IOException("nothing arrived for " + timeout.toSeconds() + " s", failure);
                }
                throw failure;
            }
        }
        if (announced >= 0 && bytes < announced) {
            throw new EOFException("only " + bytes + " of " + announced + " bytes arrived");
        }
    }
}
