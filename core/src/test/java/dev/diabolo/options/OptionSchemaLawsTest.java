package dev.diabolo.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.training.OptimiserOptions;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class OptionSchemaLawsTest {
    private final OptionSchema schema = OptionSchema.of(SampleOptions.class);

    @Property(seed = "42")
    void anyRecordIsReadBackFromItsPlainValues(
            @ForAll List<@IntRange(min = 1) Integer> hidden,
            @ForAll List<@DoubleRange(min = 0, max = 1) Double> shares,
            @ForAll @Size(min = 1, max = 5) List<String> names,
            @ForAll SampleOptions.Kind activation,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 1e-12, max = 1) @Scale(15) double share,
            @ForAll String note) {
        SampleOptions options = new SampleOptions(
                hidden, shares, names, List.of(activation), activation, 1, seed, share, false, note, (OptimiserOptions)
                        OptionSchema.of(OptimiserOptions.class)
                                .read(Map.of(
                                        "name", "sgd", "learning-rate", share, "schedule.milestones", List.of(share))));

        assertThat(schema.read(schema.values(options))).isEqualTo(options);
    }

    @Property(seed = "42")
    void anyTextIsReadOrRefusedButNeverCrashes(@ForAll @StringLength(max = 80) String text) {
        for (OptionField field : schema.fields()) {
            assertThat(field.parse(text)).isNotNull();
        }
    }

    @Property(seed = "42")
    void distanceIsSymmetricAndZeroOnlyForEquals(
            @ForAll @StringLength(max = 12) String left, @ForAll @StringLength(max = 12) String right) {
        int distance = NearestName.distance(left, right);

        assertThat(distance).isEqualTo(NearestName.distance(right, left));
        assertThat(distance == 0).isEqualTo(left.equals(right));
        assertThat(distance).isLessThanOrEqualTo(Math.max(left.length(), right.length()));
    }
}
