package dev.diabolo.engine;

import dev.diabolo.engine.Node.Element;
import dev.diabolo.engine.Node.Operand;
import dev.diabolo.engine.compute.ColumnSum;
import dev.diabolo.engine.compute.Convolution;
import dev.diabolo.engine.compute.ConvolutionWeights;
import dev.diabolo.engine.compute.ElementPass;
import dev.diabolo.engine.compute.FloatMemory;
import dev.diabolo.engine.compute.Kernel;
import dev.diabolo.engine.compute.MatrixProduct;
import dev.diabolo.engine.compute.TransposedConvolution;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the kernels of a schedule's items. */
final class KernelBuilder implements Node.Memories {
    /** Floating-point operations that are worth handing to another thread. */
    private static final double LEAST_WORK = 4e6;

    private static final int MOST_PIECES = 8;

    private static final int COLUMNS_OF_A_PIECE = 1024;

    /** Pieces of products end at whole vectors and tiles. */
    private static final int GRANULE_OF_COLUMNS = 32;

    private static final int LEAST_GRANULE_OF_ROWS = 16;

    private final int batch;
    private final int batchPieces;
    private final Set<Value> wanted;
    private final MemoryPlan memory;

    /**
     * @param batchPieces how many pieces a stage by examples has
     * @param wanted values that must be in memory in the end
     */
    KernelBuilder(int batch, int batchPieces, Set<Value> wanted, MemoryPlan memory) {
        this.memory = memory;
        this.batch = batch;
        this.batchPieces = batchPieces;
        this.wanted = wanted;
    }

    Kernel kernel(Schedule.Item item, boolean byExample) {
        if (item.pass()) {
            return pass(item, byExample);
        }
        Node node = item.nodes().get(0);
        if (node instanceof Node.Product product) {
            return product(product, byExample);
        }
        if (node instanceof Node.ColumnSum sum) {
            return columnSum(sum, byExample);
        }
        if (node instanceof Node.OfImages images) {
            return ofImages(images, starts(images.images(), byExample, 1));
        }
        if (node instanceof Node.ByExample own) {
            return own.maker().kernel(this, starts(batch, true, 1));
        }
        return new PlanCompiler.Replay(((Node.Replay) node).instruction());
    }

    /**
     * A kernel, and how it is cut.
     *
     * @param starts the place in its result at which each piece begins, and the number of values
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Cut(Kernel kernel, int[] starts) {}

    /** A product or a sum of columns at large, cut at whole granules. */
    Cut followed(Node node) {
        if (node instanceof Node.ColumnSum sum) {
            int columns = sum.output().length();
            int[] starts = granules(columns, Granule.MOST, MOST_PIECES);
            return new Cut(
                    new ColumnSum(memory(sum.input()), memory(sum.output()), sum.rows(), sum.factor(), starts), starts);
        }
        Node.Product product = (Node.Product) node;
        int columns = product.columns();
        int granule = Granule.rows(columns);
        int aligned = granule * ((LEAST_GRANULE_OF_ROWS + granule - 1) / granule);
        int[] rows = granules(product.rows(), aligned, pieces(product, product.rows()));
        Kernel kernel = MatrixProduct.byRows(factors(product), memory(product.output()), columns, rows);
        return new Cut(kernel, IntStream.of(rows).map(row -> row * columns).toArray());
    }

    /** Where each piece begins, at a multiple of a number. */
    private static int[] granules(int size, int granule, int most) {
        int granules = (size + granule - 1) / granule;
        int pieces = Math.min(most, granules);
        return IntStream.rangeClosed(0, pieces)
                .map(i -> Math.min(size, granule * Kernel.start(granules, pieces, i)))
                .toArray();
    }

    private Kernel ofImages(Node.OfImages node, int[] starts) {
        FloatMemory output = memory(node.output());
        if (node instanceof Node.Convolution c) {
            return new Convolution(c.shape(), memory(c.image()), memory(c.weights()), output, starts);
        }
        if (node instanceof Node.TransposedConvolution c) {
            return new TransposedConvolution(c.shape(), memory(c.maps()), memory(c.weights()), output, starts);
        }
        Node.ConvolutionWeights c = (Node.ConvolutionWeights) node;
        return new ConvolutionWeights(c.shape(), memory(c.image()), memory(c.maps()), output, starts);
    }

    @Override
    public FloatMemory of(Value value) {
        return memory(value);
    }

    @Override
    public @Nullable FloatMemory ifRead(Value value) {
        return value.uses() > 0 || wanted.contains(value) ? memory(value) : null;
    }

    private FloatMemory memory(Value value) {
        return memory.memory(value);
    }

    /** Where each piece of an array begins: at whole examples, or at parts of it that are worth a thread. */
    private int[] starts(int size, boolean byExample, int pieces) {
        if (byExample && batchPieces > 1) {
            if (size % batch != 0) {
                throw new IllegalStateException(
                        size + " values are no whole number for each of " + batch + " examples");
            }
            int perExample = size / batch;
            return IntStream.rangeClosed(0, batchPieces)
                    .map(i -> Kernel.start(batch, batchPieces, i) * perExample)
                    .toArray();
        }
        int parts = byExample ? 1 : pieces;
        return IntStream.rangeClosed(0, parts)
                .map(i -> Kernel.start(size, parts, i))
                .toArray();
    }

    private Kernel columnSum(Node.ColumnSum sum, boolean byExample) {
        int columns = sum.output().length();
        int pieces = Math.min(MOST_PIECES, (columns + COLUMNS_OF_A_PIECE - 1) / COLUMNS_OF_A_PIECE);
        int[] starts = starts(columns, byExample, pieces);
        return new ColumnSum(memory(sum.input()), memory(sum.output()), sum.rows(), sum.factor(), starts);
    }

    private Kernel product(Node.Product product, boolean byExample) {
        MatrixProduct.Factors[] factors = factors(product);
        FloatMemory result = memory(product.output());
        if (!byExample && Schedule.isByColumns(product)) {
            int[] starts = granules(product.columns(), GRANULE_OF_COLUMNS, pieces(product, product.columns()));
            return MatrixProduct.byColumns(factors, result, product.rows(), starts);
        }
        int[] starts = starts(product.rows(), byExample, pieces(product, product.rows()));
        return MatrixProduct.byRows(factors, result, product.columns(), starts);
    }

    private MatrixProduct.Factors[] factors(Node.Product product) {
        return product.factors().stream()
                .map(f -> new MatrixProduct.Factors(
                        memory(f.a()), f.transposeA(), memory(f.b()), f.transposeB(), f.inner()))
                .toArray(MatrixProduct.Factors[]::new);
    }

    /** Into how many pieces a product at large is cut along one side. */
    private int pieces(Node.Product product, int side) {
        double work = 2.0
                * product.rows()
                * product.columns()
                * product.factors().stream().mapToInt(Node.Factors::inner).sum();
        int pieces = 1;
        while (batchPieces > 1 && pieces < MOST_PIECES && work / (2 * pieces) >= LEAST_WORK && side >= 32 * pieces) {
            pieces *= 2;
        }
        return pieces;
    }

    private Kernel pass(Schedule.Item item, boolean byExample) {
        return new PassBuilder(item).build(starts(item.length(), byExample, 1));
    }

    /** Gives a pass's values registers, each from its first use to its last. */
    private final class PassBuilder {
        private final Schedule.Item item;
        private final List<ElementPass.Action> actions = new ArrayList<>();
        private final Map<Object, Integer> registers = new HashMap<>();
        private final Map<Object, Integer> usesLeft = new HashMap<>();
        private final Deque<Integer> free = new ArrayDeque<>();
        private int count;

        PassBuilder(Schedule.Item item) {
            this.item = item;
        }

        Kernel build(int[] starts) {
            for (Node node : item.nodes()) {
                operands(node).forEach(operand -> usesLeft.merge(operand, 1, Integer::sum));
            }
            for (Node node : item.nodes()) {
                add(node);
            }
            return new ElementPass(starts, count, actions);
        }

        private static List<Operand> operands(Node node) {
            return node instanceof Element element
                    ? element.operands()
                    : List.of(new Operand(((Node.RowSum) node).input(), 1));
        }

        private void add(Node node) {
            List<Operand> operands = operands(node);
            int[] arguments = operands.stream().mapToInt(this::loaded).toArray();
            if (node instanceof Element element) {
                int result = take();
                int second = arguments.length > 1 ? arguments[1] : -1;
                actions.add(new ElementPass.Step(element.function(), arguments[0], second, element.constant(), result));
                Operand made = new Operand(element.output(), 1);
                registers.put(made, result);
                if (item.isStored(element.output(), wanted)) {
                    actions.add(new ElementPass.Store(result, memory(element.output())));
                }
                if (!usesLeft.containsKey(made)) {
                    release(made);
                }
            } else {
                Node.RowSum sum = (Node.RowSum) node;
                actions.add(new ElementPass.RowSum(arguments[0], memory(sum.output()), sum.width(), sum.factor()));
            }
            operands.forEach(this::useOnce);
        }

        private int loaded(Operand operand) {
            Integer register = registers.get(operand);
            if (register == null) {
                register = take();
                registers.put(operand, register);
                actions.add(new ElementPass.Load(register, memory(operand.value()), operand.repeat()));
            }
            return register;
        }

        private void useOnce(Operand operand) {
            if (usesLeft.merge(operand, -1, Integer::sum) == 0) {
                release(operand);
            }
        }

        private void release(Operand operand) {
            free.push(registers.remove(operand));
        }

        private int take() {
            return free.isEmpty() ? count++ : free.pop();
        }
    }
}
