package dev.diabolo.plugin;

import java.util.ServiceConfigurationError;

/**
 * Why a provider could not be loaded, and what to do about it.
 *
 * @param cause what is wrong, one sentence without a final stop
 * @param remedy what to do
 */
record Diagnosis(String cause, String remedy) {
    private static final String TELL_THE_AUTHOR = "report it to the author of the plugin, or remove the plugin";

    static Diagnosis of(Throwable failure) {
        Throwable root = root(failure);
        if (root instanceof UnsupportedClassVersionError) {
            return new Diagnosis("it was built for a newer Java: " + root.getMessage(), "run on a newer Java");
        }
        if (root instanceof NoClassDefFoundError || root instanceof ClassNotFoundException) {
            return new Diagnosis(
                    "it needs the class " + String.valueOf(root.getMessage()).replace('/', '.') + ", which is missing",
                    "put the jar that contains the class beside the plugin");
        }
        if (root instanceof AbstractMethodError || root instanceof NoSuchMethodError) {
            return new Diagnosis(
                    "it was built against another version of what it uses: " + root.getMessage(),
                    "install the plugin's release for this version of Diabolo");
        }
        if (root instanceof ServiceConfigurationError) {
            return listing(String.valueOf(root.getMessage()));
        }
        return new Diagnosis("it throws " + root, TELL_THE_AUTHOR);
    }

    private static Diagnosis listing(String message) {
        String reason = message.substring(message.indexOf(": ") + 1).strip();
        if (reason.endsWith(" not found")) {
            return new Diagnosis(
                    "the class is listed, but does not exist", "rebuild the plugin: its listing and classes disagree");
        }
        return new Diagnosis(
                "the listing is wrong: " + reason,
                "list public classes that implement the kind's provider interface and have a public constructor"
                        + " without parameters");
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        // Bounded: a chain of causes may be a circle.
        for (int depth = 0; depth < 20 && root.getCause() != null; depth++) {
            root = root.getCause();
        }
        return root;
    }
}
