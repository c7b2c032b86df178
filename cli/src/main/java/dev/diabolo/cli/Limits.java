package dev.diabolo.cli;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.Locale;

/** Refuses numbers on the command line that make no sense. */
final class Limits {
    private Limits() {}

    static int atLeastOne(String option, int value) {
        if (value < 1) {
            throw DiaboloException.user(
                    "option.out-of-range",
                    Problem.of(value + " is out of range").at(option).allowed("1 or more"));
        }
        return value;
    }

    static void within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw DiaboloException.user(
                    "option.out-of-range",
                    Problem.of(value + " is out of range")
                            .at(option)
                            .allowed(String.format(Locale.ROOT, "%d to %,d", least, most))
                            .remedy("name a number among these"));
        }
    }
}
