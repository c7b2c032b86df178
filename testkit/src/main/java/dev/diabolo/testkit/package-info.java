/**
 * Contract tests for authors of plugins: what a component must do, as JUnit tests to inherit. Diabolo's own components pass
 * exactly these.
 *
 * <p>Extend the contract of the component's kind, give the provider and a few samples of its options, and run the class
 * with JUnit 5. Each rule is one test, {@code required_E07_examplesOfABatchDoNotSeeEachOther}, whose Javadoc says what it
 * demands and why; rules that do not apply are skipped, with the reason. Rules that begin with C are for every kind; E are
 * for encoders, D decoders, P posteriors, R likelihoods, L losses, T trainers,
 * K corruptions, Z priors.
 *
 * <p>Add {@code dev.diabolo:diabolo-testkit} with scope {@code test}. A whole plugin, with an encoder, its options and its
 * test:
 *
 * <pre>{@code
 * public record LinearEncoderOptions(
 *         @Option(help = "numbers in the features", unit = "units", defaultValue = "16", min = 1, max = 1_000_000)
 *         int units) {}
 * }</pre>
 *
 * <pre>{@code
 * public final class LinearEncoderProvider implements EncoderProvider<LinearEncoderOptions> {
 *     @Override
 *     public ComponentId id() {
 *         return new ComponentId("acme", "linear");
 *     }
 *
 *     @Override
 *     public int spiVersion() {
 *         return SpiVersion.CURRENT;
 *     }
 *
 *     @Override
 *     public Class<LinearEncoderOptions> optionsType() {
 *         return LinearEncoderOptions.class;
 *     }
 *
 *     @Override
 *     public String summary() {
 *         return "one fully connected layer";
 *     }
 *
 *     @Override
 *     public Encoder create(LinearEncoderOptions options) {
 *         return new LinearEncoder(options.units());
 *     }
 *
 *     private record LinearEncoder(int units) implements Encoder {
 *         @Override
 *         public TensorSpec features(TensorSpec data) {
 *             return TensorSpec.of(units);
 *         }
 *
 *         @Override
 *         public Tensor encode(GraphScope scope, Tensor input) {
 *             return Layers.dense(scope, "layer", input, units, WeightInitialisation.GLOROT_UNIFORM);
 *         }
 *     }
 * }
 * }</pre>
 *
 * <pre>{@code
 * class LinearEncoderContractTest extends EncoderContract {
 *     @Override
 *     protected EncoderProvider<?> provider() {
 *         return new LinearEncoderProvider();
 *     }
 *
 *     @Override
 *     protected List<Map<String, ?>> samples() {
 *         return List.of(Map.of("units", 3), Map.of("units", 1));
 *     }
 * }
 * }</pre>
 *
 * <p>The provider's name stands in {@code META-INF/services/dev.diabolo.spi.EncoderProvider}.
 */
@NullMarked
package dev.diabolo.testkit;

import org.jspecify.annotations.NullMarked;
