package dev.diabolo.engine;

import dev.diabolo.engine.Node.Element;
import dev.diabolo.engine.Node.Product;
import dev.diabolo.engine.Node.RowSum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Puts the nodes of a lowered graph in stages. Between two stages all threads wait for each other; within one they do not.
 * Stages of two kinds alternate:
 *
 * <ul>
 *   <li>in a stage by examples each piece is some examples, for which the whole sequence of items is computed: every node in
 *       it needs, of what the stage computes, only the same examples' part;
 *   <li>in a stage at large the items do not depend on each other, and each is cut as suits it.
 * </ul>
 *
 * Element-wise nodes over arrays of one length that can be computed together become one pass.
 */
final class Schedule {
    private final int batch;
    private final boolean sequential;
    private final List<Stage> stages = new ArrayList<>();
    private final Map<Value, Item> makers = new HashMap<>();

    /**
     * Items that need no waiting in between.
     *
     * @param last whether it is that of nodes which were asked to be last
     */
    record Stage(boolean byExample, List<Item> items, boolean last) {}

    /** A node, or the element-wise nodes of one pass. */
    static final class Item {
        private final boolean byExample;
        private final int stage;
        private final int length;
        private final List<Node> nodes = new ArrayList<>();

        /**
         * @param length of a pass's arrays; 0 where it is no pass
         */
        private Item(boolean byExample, int stage, int length) {
            this.byExample = byExample;
            this.stage = stage;
            this.length = length;
        }

        List<Node> nodes() {
            return nodes;
        }

        boolean pass() {
            return length > 0;
        }

        int length() {
            return length;
        }

        /**
         * Whether a value that one of the item's nodes makes is put in memory: in a pass only where another item needs it,
         * or somebody after the last.
         */
        boolean isStored(Value value, Set<Value> wanted) {
            if (!pass() || !(value.producer() instanceof Element) || wanted.contains(value)) {
                return true;
            }
            long here = nodes.stream()
                    .flatMap(node -> node.inputs().stream())
                    .filter(input -> input == value)
                    .count();
            return value.uses() > here;
        }

        /** Whether a value is there as soon as its place in a chunk is computed. */
        private boolean makesByElement(Value value, int passLength) {
            return length == passLength && value.producer() instanceof Element;
        }
    }

    /**
     * @param batch examples
     * @param sequential whether one thread will run it: everything is then one stage
     */
    private Schedule(int batch, boolean sequential) {
        this.batch = batch;
        this.sequential = sequential;
    }

    /**
     * @param last which nodes may wait until all others are computed: they are a stage of their own, except for one thread
     */
    static List<Stage> of(List<Node> nodes, int batch, boolean sequential, Predicate<Node> last) {
        Schedule schedule = new Schedule(batch, sequential);
        List<Item> waiting = new ArrayList<>();
        for (Node node : nodes) {
            if (!sequential && last.test(node)) {
                Item item = new Item(false, 0, 0);
                item.nodes.add(node);
                waiting.add(item);
            } else {
                schedule.place(node);
            }
        }
        schedule.stages.add(new Stage(false, waiting, true));
        return schedule.stages.stream()
                .filter(stage -> !stage.items().isEmpty())
                .toList();
    }

    private void place(Node node) {
        boolean byExample = sequential || isByExample(node);
        int length = passLength(node);
        Item item = length == 0
                ? insert(node, byExample, 0)
                : byExample ? joinSequence(node, length) : joinPass(node, length);
        item.nodes.add(node);
        node.outputs().forEach(output -> makers.put(output, item));
    }

    private static int passLength(Node node) {
        if (node instanceof Element element) {
            return element.output().length();
        }
        return node instanceof RowSum sum ? sum.input().length() : 0;
    }

    private boolean isByExample(Node node) {
        if (node instanceof Element element) {
            int length = element.output().length();
            return element.output().batch()
                    && element.operands().stream()
                            .filter(operand -> operand.value().batch())
                            .allMatch(operand -> operand.aligned(length));
        }
        if (node instanceof RowSum sum) {
            return sum.input().batch() && sum.output().length() % batch == 0;
        }
        if (node instanceof Product product) {
            return !isByColumns(product) && product.rows() % batch == 0 && ofExamples(product);
        }
        return node instanceof Node.ByExample || node instanceof Node.OfImages images && isByExample(images, batch);
    }

    private static boolean ofExamples(Product product) {
        return product.factors().stream().allMatch(f -> f.a().batch() && !f.transposeA() && !f.b().batch());
    }

    /**
     * Whether threads share a product of examples and weights by its columns. Cut by examples, each piece reads all weights;
     * where a core's cache holds the examples but by far not the weights, that waits for memory: 100 examples by 1000 x 1000
     * run at 150 GFLOP/s on two threads by examples, and at 178 by columns.
     */
    static boolean isByColumns(Product product) {
        return ofExamples(product)
                && product.factors().stream()
                        .allMatch(f -> Shards.isCached((long) product.rows() * f.inner())
                                && !Shards.isCached((long) product.columns() * f.inner() / 2));
    }

    /** Whether images belong to examples, and each example's images need nothing of the others. */
    static boolean isByExample(Node.OfImages node, int batch) {
        return node.images() % batch == 0
                && node.perImage().stream().allMatch(Value::batch)
                && node.shared().stream().noneMatch(Value::batch);
    }

    /** The first stage in which everything that the node needs is there. */
    private int earliest(Node node, boolean byExample) {
        int stage = byExample ? 0 : 1;
        for (Value input : node.inputs()) {
            Item maker = makers.get(input);
            if (maker != null) {
                int wait = byExample == maker.byExample ? (byExample ? 0 : 2) : 1;
                stage = Math.max(stage, maker.stage + wait);
            }
        }
        return stage;
    }

    private List<Item> items(int stage) {
        while (stages.size() <= stage) {
            stages.add(new Stage(stages.size() % 2 == 0, new ArrayList<>(), false));
        }
        return stages.get(stage).items();
    }

    private Item insert(Node node, boolean byExample, int length) {
        int stage = earliest(node, byExample);
        Item item = new Item(byExample, stage, length);
        List<Item> items = items(stage);
        items.add(byExample ? position(node, items, length) : items.size(), item);
        return item;
    }

    /** The first place among a stage's items at which a node's inputs are there. */
    private int position(Node node, List<Item> items, int length) {
        int position = 0;
        for (Value input : node.inputs()) {
            int maker = items.indexOf(makers.get(input));
            if (maker >= 0) {
                boolean together = length > 0 && items.get(maker).makesByElement(input, length);
                position = Math.max(position, together ? maker : maker + 1);
            }
        }
        return position;
    }

    private Item joinSequence(Node node, int length) {
        List<Item> items = items(earliest(node, true));
        for (int i = position(node, items, length); i < items.size(); i++) {
            if (items.get(i).length == length) {
                return items.get(i);
            }
        }
        return insert(node, true, length);
    }

    /** The pass that computes the node's latest input, where everything else is there before it. */
    private Item joinPass(Node node, int length) {
        Item latest = null;
        for (Value input : node.inputs()) {
            Item maker = makers.get(input);
            if (maker != null && (latest == null || maker.stage > latest.stage)) {
                latest = maker;
            }
        }
        if (latest == null || latest.byExample || latest.length != length) {
            return insert(node, false, length);
        }
        for (Value input : node.inputs()) {
            Item maker = makers.get(input);
            boolean there = maker == null
                    || maker.stage < latest.stage
                    || maker == latest && latest.makesByElement(input, length);
            if (!there) {
                return insert(node, false, length);
            }
        }
        return latest;
    }
}
