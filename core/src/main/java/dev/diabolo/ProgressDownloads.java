package dev.diabolo;

import dev.diabolo.data.DownloadListener;
import java.net.URI;

/** Passes on what happens to downloads. */
record ProgressDownloads(ProgressListener listener) implements DownloadListener {
    @Override
    public void started(URI source, long totalBytes) {
        String path = source.getPath();
        listener.downloadStarted(path.substring(path.lastIndexOf('/') + 1), totalBytes);
    }

    @Override
    public void progressed(URI source, long bytes) {
        listener.downloaded(bytes);
    }

    @Override
    public void finished(URI source) {
        listener.downloadFinished();
    }

    @Override
    public void failed(URI source) {
        listener.downloadFailed();
    }
}
