package dev.diabolo.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.config.SampleComponents.Run;
import dev.diabolo.spi.error.DiaboloException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class ConfigurerLawsTest {
    private static final Layer RECIPE = Layer.recipe("dense", "test.jar", SampleComponents.RECIPE);

    private final Configurer configurer = new Configurer(new SampleComponents());

    @Property(seed = "42", tries = 200)
    void theEffectiveConfigurationBindsBackToEqualRecords(
            @ForAll List<@IntRange(min = 1) Integer> hidden,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 1) @Scale(12) double validation,
            @ForAll @StringLength(max = 20) String note) {
        Layer user = Layer.values(
                "the user",
                Map.of("encoder.hidden", hidden, "seed", seed, "validation", validation, "loss.note", note));

        RunConfiguration<Run> run = configurer.configure(List.of(RECIPE, user), Run.class);
        RunConfiguration<Run> again =
                configurer.configure(List.of(Layer.values("model.dbl", run.effective())), Run.class);

        assertThat(run.root()).isEqualTo(new Run(20, seed, validation));
        assertThat(again.root()).isEqualTo(run.root());
        assertThat(again.components()).isEqualTo(run.components());
        assertThat(again.effective()).isEqualTo(run.effective());
    }

    @Property(seed = "42", tries = 200)
    void theLastLayerThatSetsAKeyWins(@ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1) Integer> epochs) {
        List<Layer> layers = new ArrayList<>(List.of(RECIPE));
        epochs.forEach(value -> layers.add(Layer.assignments(List.of(Assignment.set("epochs=" + value)))));

        assertThat(configurer.configure(layers, Run.class).root().epochs()).isEqualTo(epochs.get(epochs.size() - 1));
    }

    @Property(seed = "42", tries = 200)
    void reversingTwiceGivesTheListItself(@ForAll @Size(max = 6) List<@IntRange(min = 1) Integer> hidden) {
        Layer user = Layer.values("the user", Map.of("encoder.hidden", hidden));
        Layer twice = Layer.recipe(
                "twice",
                "test.jar",
                SampleComponents.RECIPE.replace("${reverse:encoder.hidden}", "${reverse:once}")
                        + "once: ${reverse:encoder.hidden}\n");

        RunConfiguration<Run> run = configurer.configure(List.of(twice, user), Run.class);

        assertThat(run.effective()).containsEntry("decoder.hidden", hidden);
    }

    @Property(seed = "42", tries = 300)
    void anyTextConfiguresOrIsRefusedButNeverCrashes(
            @ForAll @StringLength(max = 30) String key, @ForAll @StringLength(max = 30) String text) {
        for (String assigned : List.of(key, "epochs", "encoder.hidden", "loss.note", "loss.type")) {
            try {
                configurer.configure(
                        List.of(RECIPE, Layer.assignments(List.of(Assignment.set(assigned + "=" + text)))), Run.class);
            } catch (DiaboloException refused) {
                assertThat(refused.problems()).isNotEmpty();
            }
        }
    }
}
