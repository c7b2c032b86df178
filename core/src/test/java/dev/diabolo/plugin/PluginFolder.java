package dev.diabolo.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.ToolProvider;

/** A plugin in a folder of its own, compiled from source text as its author would. */
final class PluginFolder {
    private static final String ENCODERS = "META-INF/services/dev.diabolo.spi.EncoderProvider";
    private final Path folder;

    PluginFolder(Path folder) {
        this.folder = folder;
    }

    /** An encoder provider with one sound option; {@code %s} is code of the provider's own. */
    static String encoder(String id, String body) {
        return encoder(id, "SpiVersion.CURRENT", "@Option(help = \"h\", defaultValue = \"1\") int size", body);
    }

    static String encoder(String id, String version, String options, String body) {
        return """
                import dev.diabolo.spi.*;
                import dev.diabolo.spi.graph.*;
                import dev.diabolo.spi.option.Option;
                public class NAME implements EncoderProvider<NAME.Options> {
                    public record Options(OPTIONS) {}
                    public ComponentId id() { return ComponentId.of("ID"); }
                    public int spiVersion() { return VERSION; }
                    public Class<Options> optionsType() { return Options.class; }
                    public String summary() { return "an encoder"; }
                    public Encoder create(Options options) {
                        return new Encoder() {
                            public TensorSpec features(TensorSpec data) { return data; }
                            public Tensor encode(GraphScope scope, Tensor input) { return input; }
                        };
                    }
                    BODY
                }
                """.replace("ID", id)
                .replace("VERSION", version)
                .replace("OPTIONS", options)
                .replace("BODY", body);
    }

    /** Compiles a public class and lists it as an encoder's provider. */
    PluginFolder listed(String className, String source) {
        return compiled(className, source).listing(className);
    }

    PluginFolder compiled(String className, String source) {
        int dot = className.lastIndexOf('.');
        String text =
                "package " + className.substring(0, dot) + ";\n" + source.replace("NAME", className.substring(dot + 1));
        try {
            Path file = folder.resolve("sources").resolve(className.replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            int status = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "-proc:none",
                            "-nowarn",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                    + File.pathSeparator
                                    + folder,
                            "-d",
                            folder.toString(),
                            file.toString());
            assertThat(status).as("compilation of " + className).isZero();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    PluginFolder listing(String line) {
        return file(ENCODERS, line + "\n");
    }

    /** Appends to a file. */
    PluginFolder file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    PluginFolder without(String classFile) {
        try {
            Files.delete(folder.resolve(classFile));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    Path path() {
        return folder;
    }

    /** A class loader over folders. */
    static URLClassLoader loader(PluginFolder... folders) {
        List<URL> urls = new ArrayList<>();
        Arrays.stream(folders).forEach(folder -> {
            try {
                urls.add(folder.folder.toUri().toURL());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        return new URLClassLoader(urls.toArray(URL[]::new), PluginFolder.class.getClassLoader());
    }
}
