package dev.diabolo.spi;

/**
 * Describes one component and makes configured instances of it. Found by {@link java.util.ServiceLoader} under the
 * sub-interface of its kind; stateless, with a public constructor without parameters that does nothing.
 *
 * @param <O> its options: a public record whose parts are annotated with {@link dev.diabolo.spi.option.Option}
 * @param <C> what it makes: immutable and safe to share between threads
 */
public interface ComponentProvider<O extends Record, C> {
    /** The component's name, unique among its kind. */
    ComponentId id();

    /** The contract it was compiled against: always {@code return SpiVersion.CURRENT;}. */
    int spiVersion();

    /** The options record. */
    Class<O> optionsType();

    /** What the component is, one sentence. */
    String summary();

    /**
     * A configured component. Cheap: no ND4J, no files, no network.
     *
     * @param options within the ranges that their annotations state
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where options contradict each other
     */
    C create(O options);

    /**
     * The same options with whatever they name outside of the model, such as a file, taken in: what is saved with a model, so
     * that it works when the file is gone. Called before training, and not when a model is loaded. The native library is
     * there.
     *
     * @param options as the user gave them
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where what they name cannot be read
     */
    default O selfContained(O options) {
        return options;
    }
}
