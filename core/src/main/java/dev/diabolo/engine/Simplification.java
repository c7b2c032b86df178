package dev.diabolo.engine;

import dev.diabolo.engine.Node.Element;
import dev.diabolo.engine.Node.Factors;
import dev.diabolo.engine.Node.Product;
import dev.diabolo.engine.compute.ElementFunction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Drops nodes whose results nobody reads, and makes sums of matrix products one product. */
final class Simplification {
    private Simplification() {}

    /**
     * @param nodes in the order of computation
     * @param wanted values that must be computed
     */
    static List<Node> of(List<Node> nodes, Set<Value> wanted) {
        List<Node> joined = new ArrayList<>();
        for (Node node : needed(nodes, wanted)) {
            joined.add(node instanceof Element element ? joinProducts(element, wanted) : node);
        }
        return needed(joined, wanted);
    }

    private static List<Node> needed(List<Node> nodes, Set<Value> wanted) {
        List<Node> needed = new ArrayList<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (node.outputs().stream().anyMatch(output -> isNeeded(output, wanted))) {
                needed.add(node);
            } else {
                node.inputs().forEach(input -> input.used(-1));
            }
        }
        Collections.reverse(needed);
        return needed;
    }

    private static boolean isNeeded(Value output, Set<Value> wanted) {
        return !output.isGiven() && (output.uses() > 0 || wanted.contains(output));
    }

    /** {@code A B + C D}, where neither product is needed otherwise, as one node that adds the second to the first. */
    private static Node joinProducts(Element sum, Set<Value> wanted) {
        if (sum.function() != ElementFunction.ADD) {
            return sum;
        }
        Value first = sum.operands().get(0).value();
        Value second = sum.operands().get(1).value();
        if (!(first.producer() instanceof Product left) || !(second.producer() instanceof Product right)) {
            return sum;
        }
        boolean onlyHere = first != second
                && first.uses() == 1
                && second.uses() == 1
                && !wanted.contains(first)
                && !wanted.contains(second);
        if (!onlyHere || left.rows() != right.rows() || left.columns() != right.columns()) {
            return sum;
        }
        List<Factors> factors = new ArrayList<>(left.factors());
        factors.addAll(right.factors());
        Product joined = new Product(factors, left.rows(), left.columns(), sum.output());
        sum.inputs().forEach(input -> input.used(-1));
        joined.inputs().forEach(input -> input.used(1));
        sum.output().producedBy(joined);
        return joined;
    }
}
