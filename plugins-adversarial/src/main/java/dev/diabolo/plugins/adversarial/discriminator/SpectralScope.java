package dev.diabolo.plugins.adversarial.discriminator;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.Schedule;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A scope whose {@code weight} parameters are divided by an estimate of their largest singular value, whatever layers are built on it.
 * Weights of any rank are seen as matrices with the last dimension as columns.
 *
 * <p><b>Formula:</b> one step of power iteration for each step of training, from the buffer u: {@code v = W u / |W u|},
 * {@code s = |W^T v|}, and the layer has {@code W / s}; then {@code u = W^T v / s}.
 *
 * <p><b>Source:</b> Miyato et al. 2018, algorithm 1. There the two vectors are constants to the gradient; here it flows through
 * the iteration, which where that has converged is the same, and which makes the gradient that of the value everywhere.
 */
final class SpectralScope implements GraphScope {
    /** Below any weight that matters, above what float32 loses in a square. */
    private static final double TINY = 1e-12;

    private final GraphScope scope;
    private final Map<String, SDVariable> normalised = new HashMap<>();
    private final Map<String, SpectralScope> children = new HashMap<>();

    SpectralScope(GraphScope scope) {
        this.scope = scope;
    }

    @Override
    public SDVariable parameter(String name, Initialiser initialiser, long... shape) {
        SDVariable weight = scope.parameter(name, initialiser, shape);
        if (!name.equals("weight")) {
            return weight;
        }
        SDVariable made = normalised.get(name);
        if (made == null) {
            made = normalised(weight, shape);
            normalised.put(name, made);
        }
        return made;
    }

    private SDVariable normalised(SDVariable weight, long... shape) {
        long columns = shape[shape.length - 1];
        SDVariable matrix = weight.reshape(-1, columns);
        SDVariable direction = scope.buffer("direction", new Initialiser.Normal(0, 1), columns, 1);
        SDVariable left = unit(matrix.mmul(direction));
        SDVariable right = matrix.permute(1, 0).mmul(left);
        scope.assign(direction, unit(right));
        return matrix.mul(inverseNorm(right)).reshape(shape);
    }

    private SDVariable unit(SDVariable column) {
        return column.mul(inverseNorm(column));
    }

    /** Shape {@code [1, 1]}; by way of the logarithm, since ND4J's gradient of a root is made of powers. */
    private SDVariable inverseNorm(SDVariable column) {
        var math = graph().math();
        SDVariable square = column.mul(column).sum(true, 0);
        return math.exp(math.log(square.add(TINY)).mul(-0.5));
    }

    @Override
    public GraphScope child(String name) {
        return children.computeIfAbsent(name, made -> new SpectralScope(scope.child(made)));
    }

    @Override
    public GraphScope group(String id) {
        return new SpectralScope(scope.group(id));
    }

    @Override
    public SameDiff graph() {
        return scope.graph();
    }

    @Override
    public DataType dataType() {
        return scope.dataType();
    }

    @Override
    public boolean training() {
        return scope.training();
    }

    @Override
    public SDVariable shared(String owner, String path, Initialiser initialiser, long... shape) {
        return scope.shared(owner, path, initialiser, shape);
    }

    @Override
    public SDVariable buffer(String name, Initialiser initialiser, long... shape) {
        return scope.buffer(name, initialiser, shape);
    }

    @Override
    public void assign(SDVariable buffer, SDVariable value) {
        scope.assign(buffer, value);
    }

    @Override
    public Tensor noise(String name, NoiseKind kind, TensorSpec perExample) {
        return scope.noise(name, kind, perExample);
    }

    @Override
    public SDVariable constant(double value) {
        return scope.constant(value);
    }

    @Override
    public SDVariable constant(double[] values, long... shape) {
        return scope.constant(values, shape);
    }

    @Override
    public SDVariable scheduled(String name, Schedule schedule) {
        return scope.scheduled(name, schedule);
    }

    @Override
    public SDVariable dataSize() {
        return scope.dataSize();
    }

    @Override
    public SDVariable stopGradient(SDVariable value) {
        return scope.stopGradient(value);
    }

    @Override
    public void scaleGradient(SDVariable value, SDVariable factor) {
        scope.scaleGradient(value, factor);
    }

    @Override
    public void coupleBatch(String reason) {
        scope.coupleBatch(reason);
    }
}
