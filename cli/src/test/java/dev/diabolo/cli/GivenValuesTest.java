package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.diabolo.spi.error.DiaboloException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenValuesTest {
    @Test
    void columnsHaveCommasBetween() {
        assertThat(GivenValues.of(List.of("age=40, sex = f ", "size=x=y")))
                .containsExactly(entry("age", "40"), entry("sex", "f"), entry("size", "x=y"));
        assertThat(GivenValues.of(List.of())).isEmpty();
    }

    @Test
    void whatHasACommaStandsInQuotes() {
        assertThat(GivenValues.of(List.of("city=\"Paris, France\" , \"a=b, c\" = \"say \"\"hi\"\"\",size=5\"")))
                .containsExactly(entry("city", "Paris, France"), entry("a=b, c", "say \"hi\""), entry("size", "5\""));
    }

    @Test
    void quotedTextsAreReadAsTheyWere() {
        List<String> awkward = List.of("a", " a ", "a,b", "a=b", "\"", "\"a\"", "a\"\"b", ",", "=", "a\nb", "\",\"");
        for (String column : awkward) {
            for (String value : awkward) {
                String text = quoted(column) + "=" + quoted(value);

                assertThat(GivenValues.of(List.of(text))).containsExactly(entry(column, value));
                assertThat(GivenValues.of(List.of("first=1," + text + ",last=2")))
                        .containsExactly(entry("first", "1"), entry(column, value), entry("last", "2"));
            }
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "age                | 'age' is not COLUMN=VALUE",
                "=3                 | '=3' is not COLUMN=VALUE",
                "age=3,             | '' is not COLUMN=VALUE",
                "city=Paris, France | 'France' is not COLUMN=VALUE",
                "city=\"Paris        | a quote is opened and not closed",
                "city=\"a\"b         | 'b' follows what is in quotes",
                "age=3,age=4        | 'age' is given twice"
            })
    void whatIsNotWrittenSoIsRefused(String text, String what) {
        assertThatThrownBy(() -> GivenValues.of(List.of(text)))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("--given");
    }
}
