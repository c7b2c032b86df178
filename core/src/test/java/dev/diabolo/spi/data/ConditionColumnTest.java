package dev.diabolo.spi.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ConditionColumnTest {
    private static final ConditionColumn AGE = new ConditionColumn("age", List.of());

    @Test
    void valuesAreWrittenAsOneGivesThem() {
        ConditionColumn city = new ConditionColumn("a=b", List.of("Oslo", "Paris, France", "\"x\""));

        assertThat(AGE.assigned(40)).isEqualTo("age=40");
        assertThat(AGE.assigned(-0.0f)).isEqualTo("age=0");
        assertThat(AGE.assigned(0.1f)).isEqualTo("age=0.1");
        assertThat(AGE.assigned(1e9f)).isEqualTo("age=1.0E9");
        assertThat(city.assigned(0)).isEqualTo("\"a=b\"=Oslo");
        assertThat(city.assigned(1)).isEqualTo("\"a=b\"=\"Paris, France\"");
        assertThat(city.assigned(2)).isEqualTo("\"a=b\"=\"\"\"x\"\"\"");
    }

    @Property
    void differentNumbersHaveDifferentTexts(@ForAll float number) {
        assertThat(Float.parseFloat(AGE.assigned(number).substring("age=".length())))
                .isEqualTo(number == 0 ? 0 : number);
    }
}
