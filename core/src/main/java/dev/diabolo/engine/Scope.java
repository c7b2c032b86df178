package dev.diabolo.engine;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.Groups;
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

    Scope(GraphContext context, String path, String group) {
        this.context = context;
        this.path = path;
        this.group = group;
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
        return context.training();
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
        if (context.training()) {
            context.assign(buffer.name(), value);
        }
    }

    @Override
    public Tensor noise(String name, NoiseKind kind, TensorSpec perExample) {
        return new Tensor(context.noise(new GraphContext.NoiseSource(qualified(name), kind, perExample)), perExample);
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
    public SDVariable stopGradient(SDVariable value) {
        return context.stopGradient(value);
    }

    @Override
    public void coupleBatch(String reason) {
        context.couple(reason);
    }

    @Override
    public GraphScope group(String id) {
        return new Scope(context, qualified(id), id);
    }

    @Override
    public GraphScope child(String name) {
        return new Scope(context, qualified(name), group);
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
