package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How a command spoils the data that it gives to a model. */
final class CorruptOption {
    static final String SECTION = "corruption";
    private static final String TYPE = "corruption.type";
    /** Stands for the corruption of the model. */
    private static final String OWN = "";

    @Option(
            names = "--corrupt",
            arity = "0..1",
            paramLabel = "TYPE",
            preprocessor = AttachedOnly.class,
            description =
                    "Corrupts the data before the model is given them, and tells how well it restores them: by the model's own "
                            + "corruption, or another, as in --corrupt=gaussian.")
    private @Nullable String type;

    @Option(
            names = "--seed",
            description =
                    "Of the noise of the corruption, 1 by default; the same seed corrupts the same examples alike.")
    private @Nullable Long seed;

    long seed() {
        return seed == null ? 1 : seed;
    }

    /**
     * The corruption asked for; empty where none is.
     *
     * @param settings of the section {@link #SECTION}
     */
    Optional<Corruption> corruption(Diabolo diabolo, Autoencoder model, Map<String, String> settings) {
        if (type == null) {
            if (!settings.isEmpty()) {
                throw inVain(
                        "--set " + SECTION + "." + settings.keySet().iterator().next());
            }
            if (seed != null) {
                throw inVain("--seed");
            }
            return Optional.empty();
        }
        Object own = model.settings().get(TYPE);
        if (type.equals(OWN) && own == null) {
            throw DiaboloException.user(
                    "model.no-corruption",
                    Problem.of("this model was trained without a corruption")
                            .at("--corrupt")
                            .remedy("name one, as in --corrupt=gaussian; 'diabolo plugins list' has them all"));
        }
        boolean itsOwn = type.equals(OWN)
                || own != null && (own.equals(type) || own.toString().endsWith("." + type));
        Map<String, Object> options = new LinkedHashMap<>();
        if (itsOwn) {
            model.settings().forEach((key, value) -> {
                if (key.startsWith(SECTION + ".") && !key.equals(TYPE)) {
                    options.put(key.substring(SECTION.length() + 1), value);
                }
            });
        }
        if (settings.containsKey("type")) {
            throw DiaboloException.user(
                    "option.not-of-corruption",
                    Problem.of("the corruption is not a setting of itself")
                            .at("--set " + TYPE)
                            .remedy("name it as in --corrupt=gaussian"));
        }
        options.putAll(settings);
        return Optional.of(diabolo.corruption(itsOwn ? String.valueOf(own) : type, options));
    }

    private static DiaboloException inVain(String option) {
        return DiaboloException.user(
                "option.in-vain",
                Problem.of("it has no effect without --corrupt").at(option).remedy("add --corrupt"));
    }

    /**
     * Takes a name that is written with an equals sign, and after a space what can be no other argument: a word like
     * {@code gaussian}, of which there is no file.
     */
    static final class AttachedOnly implements IParameterPreprocessor {
        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)?");

        @Override
        public boolean preprocess(
                Stack<String> arguments, CommandSpec command, ArgSpec argument, Map<String, Object> info) {
            if (" ".equals(info.get("separator")) && !(nextIsName(arguments))) {
                arguments.push(OWN);
            }
            return false;
        }

        private static boolean nextIsName(Stack<String> arguments) {
            return !arguments.isEmpty()
                    && NAME.matcher(arguments.peek()).matches()
                    && !arguments.peek().endsWith(".dbl")
                    && !Files.exists(Path.of(arguments.peek()));
        }
    }
}
