package dev.diabolo.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.Backend;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Products against double precision, over sizes at which tiles differ. */
class MatrixProductTest {
    static {
        Backend.load();
    }

    @Property(tries = 150)
    void aSumOfProductsIsWhatTheDefinitionSays(
            @ForAll long seed,
            @ForAll boolean transposeA,
            @ForAll boolean transposeB,
            @ForAll @IntRange(min = 1, max = 150) int rows,
            @ForAll @IntRange(min = 1, max = 150) int columns,
            @ForAll @IntRange(min = 1, max = 1200) int inner,
            @ForAll boolean byColumns,
            @ForAll @IntRange(min = 1, max = 4) int pieces) {
        Random random = new Random(seed);
        int second = 1 + random.nextInt(40);
        FloatMemory result = FloatMemory.allocate(rows * columns);
        FloatMemory[] left = {values(random, rows * inner), values(random, rows * second)};
        FloatMemory[] right = {values(random, columns * inner), values(random, columns * second)};
        MatrixProduct.Factors[] factors = {
            new MatrixProduct.Factors(left[0], transposeA, right[0], transposeB, inner),
            new MatrixProduct.Factors(left[1], false, right[1], false, second)
        };
        int side = byColumns ? columns : rows;
        int[] starts = new int[pieces + 1];
        for (int i = 0; i <= pieces; i++) {
            starts[i] = Kernel.start(side, pieces, i);
        }
        if (side >= pieces) {
            MatrixProduct product = byColumns
                    ? MatrixProduct.byColumns(factors, result, rows, starts)
                    : MatrixProduct.byRows(factors, result, columns, starts);
            Scratch scratch = new Scratch();
            for (int run = 0; run < 2; run++) {
                for (int piece = 0; piece < pieces; piece++) {
                    product.run(piece, scratch);
                }
            }
            for (int i = 0; i < 50; i++) {
                int row = random.nextInt(rows);
                int column = random.nextInt(columns);
                double expected =
                        value(factors[0], rows, columns, row, column) + value(factors[1], rows, columns, row, column);
                assertThat((double) result.get(row * columns + column)).isCloseTo(expected, within(2e-4));
            }
        }
    }

    private static double value(MatrixProduct.Factors f, int rows, int columns, int row, int column) {
        double sum = 0;
        for (int i = 0; i < f.inner(); i++) {
            double a = f.a().get(f.transposeA() ? i * rows + row : row * f.inner() + i);
            double b = f.b().get(f.transposeB() ? column * f.inner() + i : i * columns + column);
            sum += a * b;
        }
        return sum;
    }

    private static FloatMemory values(Random random, int length) {
        FloatMemory memory = FloatMemory.allocate(length);
        for (int i = 0; i < length; i++) {
            memory.put(i, random.nextFloat() * 2 - 1);
        }
        return memory;
    }
}
