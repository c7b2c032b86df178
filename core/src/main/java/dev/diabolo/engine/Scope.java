package dev.diabolo.engine;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.Schedule;
import java.util.Set;
import java.util.regex.Pattern;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** A named part of a {@link GraphContext}. */
final class Scope implements GraphScope {
    /** Components of {@link Groups#ENCODER}, which are built before whatever shares with them. */
    private static final Set<String> OWNERS = Set.of("encoder", "posterior");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private final GraphContext context;
    private final String path;
    private final String group;
    private final int copies;
    private final boolean training;

    Scope(GraphContext context, String path, String group) {
        this(context, path, group, 1);
    }

    /**
     * @param copies rows that each example has here
     */
    Scope(GraphContext context, String path, String group, int copies) {
        this(context, path, group, copies, context.training());
    }

    private Scope(GraphContext context, String path, String group, int copies, boolean training) {
        this.context = context;
        this.path = path;
        this.group = group;
        this.copies = copies;
        this.training = training;
    }

    /** The same scope for rows that are no examples: as outside of training, without dropout and batch statistics. */
    Scope atRest() {
        return new Scope(context, path, group, copies, false);
    }

    @Override
    public SameDiff graph() {
        return context.graph();
    }

    @Override
    public DataType dataType() {
        return context.type();
    }

    @Override
    public boolean training() {
        return training;
    }

    @Override
    public SDVariable parameter(String name, Initialiser initialiser, long... shape) {
        return context.parameter(new ParameterSpec(qualified(name), group, shape.clone(), initialiser));
    }

    @Override
    public SDVariable shared(String owner, String sharedPath, Initialiser initialiser, long... shape) {
        if (!OWNERS.contains(owner)) {
            throw DiaboloException.plugin(
                    "graph.invalid-owner",
                    Problem.of("'" + owner + "' has no parameters to share")
                            .at(path)
                            .allowed("encoder, posterior"));
        }
        return context.shared(
                owner,
                new ParameterSpec(owner + "/" + sharedPath, Groups.ENCODER, shape.clone(), initialiser),
                path,
                group);
    }

    @Override
    public SDVariable buffer(String name, Initialiser initialiser, long... shape) {
        return context.parameter(new ParameterSpec(qualified(name), ParameterSpec.BUFFERS, shape.clone(), initialiser));
    }

    @Override
    public void assign(SDVariable buffer, SDVariable value) {
        if (training) {
            context.assign(buffer.name(), value);
        }
    }

    @Override
    public Tensor noise(String name, NoiseKind kind, TensorSpec perExample) {
        if (copies == 1) {
            return new Tensor(placeholder(qualified(name), kind, perExample), perExample);
        }
        SDVariable ofExamples = placeholder(qualified(name) + "-of-" + copies, kind, perExample.repeated(copies));
        return new Tensor(ofExamples.reshape(perExample.batched(-1)), perExample);
    }

    private SDVariable placeholder(String fullName, NoiseKind kind, TensorSpec perExample) {
        return context.noise(new GraphContext.NoiseSource(fullName, kind, perExample));
    }

    @Override
    public SDVariable constant(double value) {
        return context.graph().constant(Nd4j.scalar(context.type(), value));
    }

    @Override
    public SDVariable constant(double[] values, long... shape) {
        return context.graph()
                .constant(Nd4j.createFromArray(values).reshape('c', shape).castTo(context.type()));
    }

    @Override
    public SDVariable scheduled(String name, Schedule schedule) {
        return context.number(qualified(name), new RunNumber.Scheduled(schedule));
    }

    @Override
    public SDVariable dataSize() {
        return context.number("data-size", new RunNumber.DataSize());
    }

    @Override
    public void scaleGradient(SDVariable value, SDVariable factor) {
        context.scaleGradient(value, factor);
    }

    @Override
    public SDVariable stopGradient(SDVariable value) {
        return context.stopGradient(value);
    }

    @Override
    public void coupleBatch(String reason) {
        context.couple(reason);
    }

    @Override
    public GraphScope group(String id) {
        return new Scope(context, qualified(id), id, copies, training);
    }

    @Override
    public GraphScope child(String name) {
        return new Scope(context, qualified(name), group, copies, training);
    }

    private String qualified(String name) {
        if (!NAME.matcher(name).matches()) {
            throw DiaboloException.plugin(
                    "graph.invalid-name",
                    Problem.of("'" + name + "' is not a name for a part of a graph")
                            .at(path)
                            .allowed("lower-case letters, digits and hyphens, a letter first"));
        }
        return path + "/" + name;
    }
}
