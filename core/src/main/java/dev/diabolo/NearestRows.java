package dev.diabolo;

import java.util.Arrays;

/** The nearest rows met so far, nearest first; of equally near ones, those that came first. For one thread. */
final class NearestRows {
    private final double[] distances;
    private final int[] rows;
    private int count;

    NearestRows(int most) {
        this.distances = new double[most];
        this.rows = new int[most];
    }

    void offer(int row, double distance) {
        if (count == rows.length && !(distance < distances[count - 1])) {
            return;
        }
        int place = count < rows.length ? count++ : count - 1;
        while (place > 0 && distance < distances[place - 1]) {
            distances[place] = distances[place - 1];
            rows[place] = rows[place - 1];
            place--;
        }
        distances[place] = distance;
        rows[place] = row;
    }

    int[] rows() {
        return Arrays.copyOf(rows, count);
    }

    double distance(int place) {
        return distances[place];
    }
}
