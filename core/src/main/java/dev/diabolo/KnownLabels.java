package dev.diabolo;

import dev.diabolo.data.Subset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/** Chooses the training examples whose labels a run is told, and how often these are seen. */
final class KnownLabels {
    private final Examples examples;
    private final Tails tails;
    private final Classes classes;

    KnownLabels(Examples examples, Tails tails) {
        this.examples = examples;
        this.tails = tails;
        this.classes = tails.known().orElseThrow();
    }

    /**
     * The examples as the engine takes them.
     *
     * @throws DiaboloException (USER) where fewer labels are to be known than there are classes, or more than there are
     */
    Examples rows(LabelOptions options, long seed) {
        BitSet known = known(options.known(), seed);
        Examples rows = tails.rows(examples, known::get);
        return options.share() == 0 ? rows : repeated(rows, known, options.share());
    }

    private BitSet known(int wanted, long seed) {
        List<List<Integer>> byClass = new ArrayList<>();
        classes.values().forEach(label -> byClass.add(new ArrayList<>()));
        for (int i = 0; i < examples.size(); i++) {
            int place = classes.indexOf(examples.label(i));
            if (place >= 0) {
                byClass.get(place).add(i);
            }
        }
        BitSet known = new BitSet(examples.size());
        if (wanted == 0) {
            byClass.forEach(members -> members.forEach(known::set));
            return known;
        }
        int available = byClass.stream().mapToInt(List::size).sum();
        if (wanted < byClass.size() || wanted > available) {
            throw DiaboloException.user(
                    "labels.known",
                    Problem.of(wanted + " labels cannot be known")
                            .at("labels.known")
                            .allowed("from one of each of the " + byClass.size() + " classes to all " + available
                                    + ", or 0 for all"));
        }
        SplittableRandom random = new SplittableRandom(seed);
        byClass.forEach(members -> shuffle(members, random));
        // Round after round, one of each class that has any left.
        for (int round = 0; known.cardinality() < wanted; round++) {
            for (List<Integer> members : byClass) {
                if (round < members.size() && known.cardinality() < wanted) {
                    known.set(members.get(round));
                }
            }
        }
        return known;
    }

    private static void shuffle(List<Integer> members, SplittableRandom random) {
        for (int i = members.size() - 1; i > 0; i--) {
            java.util.Collections.swap(members, i, random.nextInt(i + 1));
        }
    }

    /** With the known ones so often that they have their share; each as often as the others, or once more. */
    private static Examples repeated(Examples rows, BitSet known, double share) {
        int[] members = known.stream().toArray();
        int others = rows.size() - members.length;
        int wanted = (int) Math.min(Integer.MAX_VALUE / 2, Math.round(others * share / (1 - share)));
        if (wanted <= members.length) {
            return rows;
        }
        int[] order = new int[others + wanted];
        int next = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (!known.get(i)) {
                order[next++] = i;
            }
        }
        for (int i = 0; i < wanted; i++) {
            order[next++] = members[i % members.length];
        }
        return Subset.of(rows, order);
    }
}
