package dev.diabolo.data.text;

import static dev.diabolo.data.ReaderFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.data.ReaderFixtures;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.MurmurHash3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextReaderTest {
    private final ReaderFixtures texts = ReaderFixtures.of(new TextReader());

    @TempDir
    private Path folder;

    @Test
    void eachLineOfAFileIsADocumentAndFrequentWordsAreTheVocabulary() throws IOException {
        Dataset data = lines("The cat. The dog!\n\nthe CAT sat\n\u00dcber 3 \uD835\uDC9C \u00fcber");

        assertThat(data.reading().orElseThrow().settings())
                .containsEntry("vocabulary", List.of("the", "cat", "\u00fcber"));
        assertThat(data.train().size()).isEqualTo(3);
        assertThat(row(data.train(), 0)).containsExactly(2, 1, 0);
        assertThat(row(data.train(), 1)).containsExactly(1, 1, 0);
        assertThat(row(data.train(), 2)).containsExactly(0, 0, 2);
    }

    @Test
    void binaryTellsOnlyWhetherAWordOccurs() throws IOException {
        assertThat(row(lines("a a a b b", "weight", "binary").train(), 0)).containsExactly(1, 1);
    }

    @Test
    void tfIdfIsTheFormulaAndItsFactorsAreKept(@TempDir Path copies) throws IOException {
        Path file = Files.writeString(folder.resolve("in.txt"), "a a b\na\n");
        Map<String, String> settings = Map.of("reader", "text", "weight", "tf-idf", "min-count", "1");

        for (ReaderFixtures fixtures : List.of(texts, texts.stored(copies))) {
            Dataset data = fixtures.open(file, settings);
            double rare = Math.log(3.0 / 2) + 1;
            assertThat(row(data.train(), 0)[0]).isEqualTo(2);
            assertThat(row(data.train(), 0)[1]).isCloseTo((float) rare, within(1e-6f));

            Path other = Files.writeString(folder.resolve("other.txt"), "b b c\n");
            Examples applied = texts.open(other, Map.of(), data.reading()).train();
            assertThat(row(applied, 0)[0]).isZero();
            assertThat(row(applied, 0)[1]).isCloseTo((float) (2 * rare), within(1e-6f));
        }
    }

    @Test
    void hashedWordsAreAtTheirHash() throws IOException {
        Examples train = lines("the cat the", "bag", "hashed", "size", "16").train();
        assertThat(train.spec()).isEqualTo(TensorSpec.of(16));
        float[] expected = new float[16];
        expected[Integer.remainderUnsigned(hash("the"), 16)] += 2;
        expected[Integer.remainderUnsigned(hash("cat"), 16)] += 1;
        assertThat(row(train, 0)).isEqualTo(expected);
    }

    /** From Guava's and the Wikipedia article's tables of the reference implementation, seed 0. */
    @Test
    void theHashIsThatOfTheReference() {
        assertThat(hash("")).isZero();
        assertThat(hash("test")).isEqualTo(0xba6bd213);
        assertThat(hash("Hello, world!")).isEqualTo(0xc0363e43);
    }

    @Test
    void filesOfAFolderAreDocumentsOfClasses() throws IOException {
        for (String name : List.of("good/a", "good/b", "bad/a")) {
            Path file = folder.resolve(name + ".txt");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "word\nword\n");
        }
        Dataset data = texts.open(folder, Map.of());
        assertThat(data.train().size()).isEqualTo(3);
        assertThat(data.train().label(0)).isZero();
        assertThat(row(data.train(), 2)).containsExactly(2);
        assertThat(data.train().label(2)).isEqualTo(1);
    }

    @Test
    void whatIsNoTextIsRefusedWithItsLine() throws IOException {
        Path file = Files.write(folder.resolve("in.txt"), "ok\nok \u00fc".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(texts.failure(file, Map.of("reader", "text")))
                .hasMessageContaining("UTF-8")
                .hasMessageContaining("in.txt");
        Files.write(file, new byte[] {'a', '\n', 0, 'b'});
        assertThat(texts.failure(file, Map.of("reader", "text"))).hasMessageContaining("line 2");
        Files.writeString(file, "a".repeat(20_000));
        assertThat(texts.failure(file, Map.of("reader", "text"))).hasMessageContaining("10000 characters");
    }

    @Test
    void emptyAndTooRareTextIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("in.txt"), "");
        assertThat(texts.failure(file, Map.of("reader", "text"))).hasMessageContaining("none of 0 words");
        assertThat(texts.failure(file, Map.of("reader", "text", "bag", "hashed"))
                        .code())
                .isEqualTo("data.empty");
        Files.writeString(file, "each word once");
        assertThat(texts.failure(file, Map.of("reader", "text"))).hasMessageContaining("data.min-count");
        assertThat(texts.failure(file, Map.of("reader", "text", "bag", "hashed", "min-count", "3")))
                .hasMessageContaining("no effect");
    }

    private static int hash(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        return MurmurHash3.hash32x86(bytes, 0, bytes.length, 0);
    }

    private Dataset lines(String content, String... settings) throws IOException {
        Map<String, String> map = new HashMap<>(Map.of("reader", "text"));
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return texts.open(Files.writeString(folder.resolve("in.txt"), content), map);
    }
}
