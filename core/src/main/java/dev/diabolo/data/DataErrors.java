package dev.diabolo.data;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;

/** The failures that several readers share, each with one code and one wording. */
public final class DataErrors {
    private DataErrors() {}

    public static DiaboloException missing(Path path) {
        return DiaboloException.user(
                "data.missing-file",
                Problem.of("there is no such file or directory")
                        .at(path.toString())
                        .remedy("looked at " + path.toAbsolutePath().normalize()));
    }

    public static DiaboloException unreadable(Path path, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return missing(path);
        }
        if (cause instanceof EOFException) {
            return new DiaboloException(
                    ErrorKind.USER,
                    "data.truncated",
                    List.of(Problem.of("the compressed data stops before its end")
                            .at(path.toString())
                            .remedy("copy or download the file again")),
                    cause);
        }
        if (cause instanceof ZipException) {
            return new DiaboloException(
                    ErrorKind.USER,
                    "data.corrupt",
                    List.of(Problem.of("the compressed data is damaged: " + cause.getMessage())
                            .at(path.toString())
                            .remedy("copy or download the file again")),
                    cause);
        }
        if (cause instanceof AccessDeniedException) {
            return DiaboloException.resource(
                    "data.unreadable",
                    Problem.of("you have no permission to read this file")
                            .at(path.toString())
                            .remedy("change its permissions, or run as a user who may read it"),
                    cause);
        }
        return DiaboloException.resource(
                "data.unreadable",
                Problem.of("reading failed: " + cause.getMessage()).at(path.toString()),
                cause);
    }

    public static DiaboloException empty(String where) {
        return DiaboloException.user(
                "data.empty",
                Problem.of("there are no examples in it").at(where).allowed("at least one example"));
    }

    public static DiaboloException wrongMagic(String where, String expected) {
        return DiaboloException.user(
                "data.wrong-magic",
                Problem.of("this is not " + expected + ": its first bytes are not those of that format")
                        .at(where)
                        .remedy("check that the file is what its name says, and complete"));
    }

    public static DiaboloException badHeader(String where, String what) {
        return DiaboloException.user("data.bad-header", Problem.of(what).at(where));
    }

    public static DiaboloException sizeMismatch(String where, String declared, String found) {
        return DiaboloException.user(
                "data.size-mismatch",
                Problem.of("the header announces " + declared + " but there are " + found)
                        .at(where)
                        .remedy("the file is cut short or damaged: copy or download it again"));
    }

    public static DiaboloException notFinite(String where, String text) {
        return DiaboloException.user(
                "data.not-finite",
                Problem.of("'" + text + "' is not a finite number")
                        .at(where)
                        .allowed("values from -3.4028235E38 to 3.4028235E38")
                        .remedy("replace missing values before training"));
    }

    /** The row and column count from 0, and are told from 1. */
    public static DiaboloException notFinite(String where, int row, int column, float value) {
        return notFinite(where + ", row " + (row + 1) + ", column " + (column + 1), Float.toString(value));
    }

    public static DiaboloException tooLarge(String where, long values) {
        return DiaboloException.user(
                "data.too-large",
                Problem.of("there are " + values + " values").at(where).allowed("at most " + FloatList.MAXIMUM));
    }

    static DiaboloException noPlace(Path path, CacheUnwritable cause) {
        return DiaboloException.resource(
                "data.no-place",
                Problem.of("this data does not fit into memory, and " + cause.getMessage())
                        .at(path.toString())
                        .remedy("make room there, or set DIABOLO_DATA to a directory on another disk, or give Java more"
                                + " memory with -Xmx"),
                cause);
    }

    public static DiaboloException memory(String where, long bytes) {
        return DiaboloException.resource(
                "data.memory",
                Problem.of("this data needs " + (bytes >> 20) + " MiB of memory, and Java may use "
                                + (Runtime.getRuntime().maxMemory() >> 20) + " MiB")
                        .at(where)
                        .remedy("give Java more with -Xmx, or use fewer examples"),
                null);
    }
}
