package dev.diabolo.data;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What follows the colon in {@code sines:steps=100,noise=0.1}.
 *
 * @param train sequences to train on, 1 to {@value #MOST}
 * @param test sequences to test on, 1 to {@value #MOST}
 * @param steps of a sequence, 2 to {@value #LONGEST}
 * @param features of a step, 1 to {@value #WIDEST}
 * @param noise standard deviation of the noise on every value, 0 to 10
 * @param seed another one draws other sequences
 */
record SinesArguments(int train, int test, int steps, int features, double noise, long seed) {
    static final String EXAMPLE = "train=4000,test=1000,steps=50,features=1,noise=0,seed=1";

    private static final int MOST = 10_000_000;
    private static final int LONGEST = 100_000;
    private static final int WIDEST = 10_000;
    private static final double LOUDEST = 10;

    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final Pattern SEED = Pattern.compile("-?\\d{1,18}");

    /**
     * Reads settings, each at most once; those that are left out take the values of {@link #EXAMPLE}.
     *
     * @throws DiaboloException (USER, {@code data.bad-arguments}) for anything else
     */
    static SinesArguments parse(String arguments) {
        Map<String, String> given = settings(EXAMPLE, EXAMPLE);
        if (!arguments.isEmpty()) {
            given.putAll(settings(arguments, arguments));
        }
        return new SinesArguments(
                count(given, "train", 1, MOST, arguments),
                count(given, "test", 1, MOST, arguments),
                count(given, "steps", 2, LONGEST, arguments),
                count(given, "features", 1, WIDEST, arguments),
                noise(given.get("noise"), arguments),
                seed(given.get("seed"), arguments));
    }

    private static Map<String, String> settings(String text, String arguments) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : text.split(",", -1)) {
            String[] parts = setting.split("=", -1);
            if (parts.length != 2 || !(EXAMPLE.contains("," + parts[0] + "=") || parts[0].equals("train"))) {
                throw refused("'" + setting + "' is no setting of these waves", arguments);
            }
            if (settings.put(parts[0], parts[1]) != null) {
                throw refused("'" + parts[0] + "' is given twice", arguments);
            }
        }
        return settings;
    }

    private static int count(Map<String, String> given, String key, int least, int most, String arguments) {
        String text = given.get(key);
        if (!COUNT.matcher(text).matches() || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw refused(
                    "'" + key + "' is a whole number from " + least + " to " + most + ", not '" + text + "'",
                    arguments);
        }
        return Integer.parseInt(text);
    }

    private static double noise(String text, String arguments) {
        if (!NUMBER.matcher(text).matches() || Double.parseDouble(text) > LOUDEST) {
            throw refused("'noise' is a number from 0 to " + LOUDEST + ", not '" + text + "'", arguments);
        }
        return Double.parseDouble(text);
    }

    private static long seed(String text, String arguments) {
        if (!SEED.matcher(text).matches()) {
            throw refused("'seed' is a whole number of at most 18 digits, not '" + text + "'", arguments);
        }
        return Long.parseLong(text);
    }

    private static DiaboloException refused(String what, String arguments) {
        return DiaboloException.user(
                "data.bad-arguments",
                Problem.of(what)
                        .at("sines:" + arguments)
                        .allowed("nothing, or some of the settings " + EXAMPLE + ", with commas between")
                        .remedy("write, for example, sines:steps=100,noise=0.05"));
    }

    @Override
    public String toString() {
        return train + " training and " + test + " test sequences of " + steps + " steps and " + features
                + (features == 1 ? " feature" : " features") + ", noise " + noise + ", seed " + seed;
    }
}
