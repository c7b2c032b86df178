package dev.diabolo.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** What a process writes, read as it comes. */
final class Capture {
    private final StringBuilder text = new StringBuilder();
    private final Thread reader;
    private boolean ended;

    Capture(InputStream in) {
        reader = new Thread(() -> read(in), "capture");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream in) {
        char[] buffer = new char[4096];
        try (Reader characters = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            for (int count = characters.read(buffer); count >= 0; count = characters.read(buffer)) {
                append(buffer, count);
            }
        } catch (IOException closed) {
            // The process is gone; what it wrote is here.
        } finally {
            end();
        }
    }

    private synchronized void append(char[] buffer, int count) {
        text.append(buffer, 0, count);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits until a text was written. */
    synchronized void await(String wanted, long seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000;
        while (text.indexOf(wanted) < 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (ended || left <= 0) {
                throw new AssertionError("'" + wanted + "' never came in: " + text);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** All of it, once the process has ended. */
    String all() {
        try {
            reader.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return toString();
    }

    @Override
    public synchronized String toString() {
        return text.toString();
    }
}
