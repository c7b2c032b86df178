package dev.diabolo.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** Text in columns: names to the left, numbers to the right. */
final class Columns {
    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();

    Columns(String... header) {
        rows.add(header);
    }

    void row(String... cells) {
        rows.add(cells);
    }

    List<String> lines() {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - row[i].length());
            line.append(i == 0 ? "" : GAP).append(isNumeric(i) ? padding + row[i] : row[i] + padding);
        }
        return line.toString().stripTrailing();
    }

    /** A column of which any cell is a number; what has none has a dash. */
    private boolean isNumeric(int column) {
        return rows.stream()
                .skip(1)
                .map(row -> row[column])
                .anyMatch(cell -> !cell.isEmpty() && Character.isDigit(cell.charAt(0)));
    }
}
