package dev.diabolo.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFormatsTest {
    private static final String LISTING = "META-INF/services/dev.diabolo.spi.exchange.ModelExport";

    @TempDir
    Path folder;

    private PluginFolder plugin(String name, String className, String format) throws IOException {
        return new PluginFolder(Files.createDirectories(folder.resolve(name)))
                .compiled(className, """
                        import dev.diabolo.spi.*;
                        import dev.diabolo.spi.exchange.*;
                        public class NAME implements ModelExport {
                            public String format() { return "FORMAT"; }
                            public int spiVersion() { return SpiVersion.CURRENT; }
                            public String summary() { return "a format"; }
                            public void write(TrainedNetwork network, java.io.OutputStream out) {}
                        }
                        """.replace("FORMAT", format))
                .file(LISTING, className + "\n");
    }

    private static ExportFormats discover(PluginFolder... folders) throws IOException {
        try (URLClassLoader loader = PluginFolder.loader(folders)) {
            return ExportFormats.discover(loader);
        }
    }

    @Test
    void aFormatThatTwoPluginsHaveIsTakenFromNeither() throws IOException {
        PluginFolder one = plugin("one", "acme.First", "onnx");
        PluginFolder two = plugin("two", "umbrella.Second", "onnx");
        PluginFolder three = plugin("three", "acme.Other", "text");

        ExportFormats formats = discover(one, two, three);

        assertThat(formats.summaries()).containsOnlyKeys("text");
        assertThat(formats.issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.source())
                        .contains("acme.First in " + one.path())
                        .contains("umbrella.Second in " + two.path()));
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> formats.require("onnx"))
                .matches(error -> error.kind() == ErrorKind.PLUGIN)
                .withMessageContaining("acme.First in " + one.path())
                .withMessageContaining("umbrella.Second in " + two.path());
    }
}
