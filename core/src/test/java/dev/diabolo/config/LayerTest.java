package dev.diabolo.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.spi.error.DiaboloException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerTest {
    @TempDir
    Path folder;

    private Layer file(String name, String text) throws IOException {
        return Layer.file(Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.yaml | a: 1\\na: 2 | a.yaml:2: the key 'a' is there twice, first at",
                "a.yaml | a:\\n  b: 1\\na.b: 2 | a.yaml:3: the key 'a.b' is there twice",
                "a.yaml | a: [1, 2 | a.yaml:1:9: this is not YAML",
                "a.yaml | a: !!java.net.URL [x] | Global tag is not allowed",
                "a.yaml | a: !own x | the tag !own is not allowed",
                "a.yaml | a: [!own x] | plain values only",
                "a.yaml | a: [[1]] | plain values only",
                "a.yaml | a: | the key 'a' has no value",
                "a.yaml | - a | there are no keys here",
                "a.yaml | a: 1\\n---\\nb: 2 | this is not YAML",
                "a.yaml | a: &x {b: 1}\\nc:\\n  <<: *x | merge keys",
                "a.yaml | a: &x\\n  b: *x | a.yaml",
                "a.yaml | ? [a, b]\\n: 1 | a key must be a text",
                "a.json | {\"a\": 1, \"a\": 2} | the key 'a' is there twice",
                "a.json | {\"a\": | a.json:1:",
                "a.json | {\"a\": null} | the key 'a' has no value",
                "a.json | {\"a\": [[1]]} | plain values only",
                "a.json | [1] | there are no keys here",
                "a.json | {} {} | there is more",
                "a.properties | a=1\\na=2 | a.properties:2: the key 'a' is there twice",
                "a.properties | a=\\u00zz | not a properties file",
                "a.toml | a = 1 | allowed: .yaml, .yml, .json, .properties",
            })
    void brokenFilesAreRefusedWithTheirPlace(String name, String text, String message) {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> file(name, text.replace("\\n", "\n")))
                .withMessageContaining(folder.resolve(name).toString())
                .withMessageContaining(message);
    }

    @Test
    void aMissingFileIsTheUsersMistake() {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> Layer.file(folder.resolve("none.yaml")))
                .satisfies(error -> assertThat(error.code()).isEqualTo("config.no-file"));
    }

    @Test
    void aLargeFileIsRefused() {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> file("a.yaml", "#".repeat((1 << 20) + 1)))
                .withMessageContaining("larger than");
    }

    @Test
    void binaryIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("a.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> Layer.file(file))
                .withMessageContaining("not UTF-8");
    }

    @Test
    void aBillionLaughsAreNotLaughed() throws IOException {
        StringBuilder yaml = new StringBuilder("a0: &a0 {x: 1, y: 2}\n");
        for (int level = 1; level < 30; level++) {
            yaml.append("a%d: &a%d {x: *a%d, y: *a%d}\n".formatted(level, level, level - 1, level - 1));
        }

        assertThatExceptionOfType(DiaboloException.class).isThrownBy(() -> file("a.yaml", yaml.toString()));
    }

    @Test
    void propertiesIncludeNoOtherFile() throws IOException {
        file("other.properties", "b=1");

        assertThat(file("a.properties", "include=other.properties").settings()).containsOnlyKeys("include");
    }

    @Test
    void emptyFilesSetNothing() throws IOException {
        assertThat(file("a.yaml", "# nothing\n").settings()).isEmpty();
        assertThat(file("a.json", "{}").settings()).isEmpty();
        assertThat(file("a.properties", "").settings()).isEmpty();
    }

    @Test
    void scalarsStayAsTheyWereWritten() throws IOException {
        Layer layer = file("a.yaml", "a: 1e-3\nb: no\nc: 010\nd: [0x1F, yes]\ne: ''\n");

        assertThat(layer.settings().values())
                .extracting(Setting::value)
                .containsExactly("1e-3", "no", "010", List.of("0x1F", "yes"), "");
    }
}
