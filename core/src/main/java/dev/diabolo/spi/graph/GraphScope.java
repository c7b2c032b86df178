package dev.diabolo.spi.graph;

import dev.diabolo.spi.training.Schedule;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What a component builds its part of a graph on. A scope has a name; the names of what is made in it are prefixed with
 * it, so two components never collide. Operations come from {@link #graph()}; everything that is learnt, kept or fed must be
 * made here, where the engine knows of it: variables and placeholders made behind its back are refused by name. Constants
 * made on the graph itself are not; they become part of each compiled plan.
 *
 * <p>A scope lives while a graph is being built, on one thread. A component must not keep it, or anything it gave out.
 */
public interface GraphScope {
    /** The graph, for its operations ({@code graph().math()}, {@code graph().nn()} and so on). */
    SameDiff graph();

    /** The type of every floating-point variable here: FLOAT in use, DOUBLE where gradients are being checked. */
    DataType dataType();

    /** Whether the graph is for training: dropout and batch statistics apply; false for encode, reconstruct, evaluate. */
    boolean training();

    /**
     * A trained parameter of this scope's group: the existing one of this name, or a new one. Asking again gives the same
     * parameter, which is how weights are shared.
     *
     * @param name unique in the scope, {@code [a-z][a-z0-9-]*}
     * @param initialiser its first values
     * @param shape no batch dimension
     * @throws dev.diabolo.spi.error.DiaboloException (PLUGIN) where it exists with another shape
     */
    SDVariable parameter(String name, Initialiser initialiser, long... shape);

    /**
     * A parameter that another component makes, to share it: a decoder's use of its encoder's weights. It stays in its owner's
     * group, and is updated with it. In a graph that begins behind the owner, such as one that decodes codes, it is there
     * all the same.
     *
     * @param owner {@code encoder} or {@code posterior}
     * @param path as the owner makes it, with the names of its child scopes: {@code layer-0/weight}
     * @param initialiser its first values where this component is built without a model; else the owner's count
     * @param shape the owner's
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where the model's owner makes no such parameter, or one of another
     *     shape
     */
    SDVariable shared(String owner, String path, Initialiser initialiser, long... shape);

    /**
     * State without a gradient that is saved with the model: the existing buffer of this name, or a new one.
     *
     * @param name unique in the scope, {@code [a-z][a-z0-9-]*}
     * @param initialiser its first values
     * @param shape no batch dimension
     */
    SDVariable buffer(String name, Initialiser initialiser, long... shape);

    /**
     * Replaces a buffer's values after each training step. Where a batch is split into shards, the mean over the shards
     * is taken, weighted by their sizes. Where a component is built more than once in a graph, as losses have it for further
     * passes, the first assignment counts: it is that of the data.
     *
     * @param buffer as {@link #buffer} gave it
     * @param value the same shape; no gradient flows through it
     */
    void assign(SDVariable buffer, SDVariable value);

    /**
     * Random values, fresh at every step, that the engine feeds from the run's seed: the existing noise of this name, or a
     * new one. Each example's values depend on the seed, the step and the example's position in the batch, not on how the
     * batch is split.
     *
     * @param name unique in the scope, {@code [a-z][a-z0-9-]*}
     * @param kind the distribution
     * @param perExample shape for one example
     */
    Tensor noise(String name, NoiseKind kind, TensorSpec perExample);

    /** A constant number, of this graph's type. */
    SDVariable constant(double value);

    /**
     * Constant numbers, of this graph's type: a filter, a basis. They become part of each compiled plan.
     *
     * @param values row by row, as many as the shape has
     * @param shape no batch dimension
     */
    SDVariable constant(double[] values, long... shape);

    /**
     * A number that follows a schedule in training: a capacity, a temperature. An evaluation has the value of its moment;
     * a model in use has that of the end.
     *
     * @param name unique in the scope, {@code [a-z][a-z0-9-]*}
     * @return a scalar
     */
    SDVariable scheduled(String name, Schedule schedule);

    /**
     * How many examples the data have of which the batch is a part: those that are learnt from in training, those that are
     * measured in an evaluation.
     *
     * @return a scalar
     */
    SDVariable dataSize();

    /** The same values, through which no gradient flows. */
    SDVariable stopGradient(SDVariable value);

    /**
     * Multiplies the whole gradient that comes to a variable, for estimates that are no gradient of any value. What comes
     * before the variable sees the product; the variable's own value stays. No gradient flows to the factor from here.
     *
     * @param value what some operation computed; once for each variable
     * @param factor of a shape that can be broadcast to the value's; may itself depend on the value
     */
    void scaleGradient(SDVariable value, SDVariable factor);

    /**
     * Declares that values of one example here depend on the others of its batch (batch statistics, a mean activation, a
     * distance between samples). Such a phase sees each batch whole; elsewhere batches are split into shards.
     *
     * @param reason for the log and for {@code plugins describe}, such as "batch normalisation"
     */
    void coupleBatch(String reason);

    /**
     * This scope in another parameter group, such as {@code discriminator}. Phases update whole groups.
     *
     * @param id {@code [a-z][a-z0-9-]*}
     */
    GraphScope group(String id);

    /** A scope within this one, of the same group: its names are prefixed with {@code name}. */
    GraphScope child(String name);
}
