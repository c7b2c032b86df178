package dev.diabolo.plugins.vae.likelihood.composite;

/** The likelihoods that a group of columns can have. */
enum Family {
    GAUSSIAN,
    LAPLACE,
    STUDENT_T,
    BERNOULLI,
    CONTINUOUS_BERNOULLI,
    /** One variable, a column for each of its categories. */
    CATEGORICAL,
    POISSON,
    NEGATIVE_BINOMIAL;

    /** As a user writes it. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
