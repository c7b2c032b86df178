package dev.diabolo;

import dev.diabolo.data.Subset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Finds the examples whose codes are nearest, exactly: each code is compared with each. The data are encoded block by block, and may
 * be more than memory holds; codes of queries are held. Safe for any number of threads; lives as long as its model.
 */
public final class CodeSearch {
    /** Codes that are compared at a time. */
    private static final int BLOCK = 1024;

    private static final int NOBODY = -1;

    private final Autoencoder model;
    private final Examples data;
    private final Similarity similarity;
    private final Workers workers;

    CodeSearch(Autoencoder model, Examples data, Similarity similarity) {
        this.model = model;
        this.data = data;
        this.similarity = similarity;
        this.workers = new Workers(model.threads());
    }

    /**
     * The nearest examples of each query.
     *
     * @param queries of the model's width, in the data's units
     * @param top neighbours of each, at least 1; fewer where the data are
     * @throws DiaboloException (USER) where {@code top} is less than 1
     */
    public List<List<Neighbour>> near(Examples queries, int top) {
        int[] excluded = new int[queries.size()];
        Arrays.fill(excluded, NOBODY);
        return workers.measure(() -> near(model.encode(queries).toArray(), excluded, top));
    }

    /**
     * The nearest examples of rows of the data themselves, each of which is left out of its own.
     *
     * @param rows numbers from 0
     * @throws DiaboloException (USER) where there is no such row, or {@code top} is less than 1
     */
    public List<List<Neighbour>> nearRows(List<Integer> rows, int top) {
        for (int row : rows) {
            if (row < 0 || row >= data.size()) {
                throw DiaboloException.user(
                        "similar.no-such-row",
                        Problem.of("there is no row " + row).allowed("0 to " + (data.size() - 1)));
            }
        }
        int[] picked = rows.stream().mapToInt(Integer::intValue).toArray();
        return workers.measure(() -> near(model.encode(Subset.of(data, picked)).toArray(), picked, top));
    }

    /**
     * The share of neighbours that have their query's label: for each query, then the mean over queries.
     *
     * @param found the neighbours of each query
     * @param labels of the queries
     * @return empty where there are no neighbours, or none with labels
     */
    public static OptionalDouble precision(List<List<Neighbour>> found, int[] labels) {
        return IntStream.range(0, labels.length)
                .filter(query -> found.get(query).stream()
                        .anyMatch(neighbour -> neighbour.label().isPresent()))
                .mapToDouble(query -> found.get(query).stream()
                        .mapToDouble(neighbour -> neighbour.label().equals(OptionalInt.of(labels[query])) ? 1 : 0)
                        .average()
                        .orElse(0))
                .average();
    }

    private List<List<Neighbour>> near(float[][] queries, int[] excluded, int top) {
        if (top < 1) {
            throw DiaboloException.user(
                    "similar.top",
                    Problem.of(top + " neighbours are not possible").allowed("1 or more"));
        }
        double[][] points = new double[queries.length][];
        NearestRows[] nearest = new NearestRows[queries.length];
        for (int i = 0; i < queries.length; i++) {
            points[i] = point(queries[i]);
            nearest[i] = new NearestRows(Math.min(top, data.size()));
        }
        int size = model.codeSpec().size();
        double[][] block = new double[size][BLOCK];
        Iterator<float[]> codes = model.encode(data).iterator();
        for (int first = 0; first < data.size(); first += BLOCK) {
            int count = Math.min(BLOCK, data.size() - first);
            for (int i = 0; i < count; i++) {
                double[] point = point(codes.next());
                for (int j = 0; j < size; j++) {
                    block[j][i] = point[j];
                }
            }
            int begin = first;
            IntStream.range(0, queries.length)
                    .parallel()
                    .forEach(query -> compare(points[query], block, begin, count, excluded[query], nearest[query]));
        }
        return Arrays.stream(nearest).map(this::neighbours).toList();
    }

    /** Codes as they are compared: for angles, of length 1. */
    private double[] point(float[] code) {
        double[] point = new double[code.length];
        double squares = 0;
        for (int j = 0; j < code.length; j++) {
            point[j] = code[j];
            squares += point[j] * point[j];
        }
        if (similarity == Similarity.COSINE && squares > 0) {
            double length = Math.sqrt(squares);
            for (int j = 0; j < code.length; j++) {
                point[j] /= length;
            }
        }
        return point;
    }

    private void compare(double[] query, double[][] block, int first, int count, int excluded, NearestRows nearest) {
        double[] sums = new double[count];
        for (int j = 0; j < query.length; j++) {
            double value = query[j];
            double[] others = block[j];
            if (similarity == Similarity.COSINE) {
                for (int i = 0; i < count; i++) {
                    sums[i] -= value * others[i];
                }
            } else {
                for (int i = 0; i < count; i++) {
                    double difference = value - others[i];
                    sums[i] += difference * difference;
                }
            }
        }
        for (int i = 0; i < count; i++) {
            if (first + i != excluded) {
                nearest.offer(first + i, similarity == Similarity.COSINE ? 1 + sums[i] : sums[i]);
            }
        }
    }

    private List<Neighbour> neighbours(NearestRows nearest) {
        List<Neighbour> neighbours = new ArrayList<>();
        int[] rows = nearest.rows();
        for (int i = 0; i < rows.length; i++) {
            double distance = nearest.distance(i);
            neighbours.add(new Neighbour(
                    rows[i],
                    similarity == Similarity.COSINE ? Math.max(0, distance) : Math.sqrt(distance),
                    data.labelled() ? OptionalInt.of(data.label(rows[i])) : OptionalInt.empty()));
        }
        return neighbours;
    }
}
