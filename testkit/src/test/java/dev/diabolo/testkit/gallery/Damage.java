package dev.diabolo.testkit.gallery;

/** What is wrong with a component of the gallery: each breaks one rule of a contract, and no other. */
public enum Damage {
    NONE,

    // Providers and options.
    NO_SUMMARY,
    UNLISTED,
    NO_HELP,
    UNBOUNDED,
    NO_DEFAULT,
    ALIKE,
    FRAGILE,
    UNSTABLE,

    // Parts of graphs.
    WRONG_SHAPE,
    CLUMSY_REFUSAL,
    STOPPED_PARAMETER,
    STOPPED_INPUT,
    COUNTING,
    CONSTANT_WEIGHTS,
    IDLE_NOISE,
    BATCH_MEAN,
    BATCH_OF_ONE,
    NOISE,
    IDLE_PARAMETER,
    REMADE,
    FLOAT64,
    ROUGH,
    UNSAMPLED,
    WRONG_LOGITS,
    NAMELESS,

    // Losses.
    BAD_TERM_NAME,
    EXTRA_TERM,
    COLUMN,
    TIMES_BATCH,
    OVERFLOWING,
    COUNTED_WEIGHT,
    UNDECLARED_GROUP,
    NAMED_IN_VAIN,

    // Trainers.
    PLANS_DIFFER,
    BAD_PHASE_NAME,
    HARD_CODED_TERM,
    FORGETS_A_GROUP,
    NEGATIVE_RATE,
    STILL,
    GATES_DIFFER,
    COUNTING_GATE,
    LEAKING,
    // Corruptions.
    TRAINING_ONLY,
    HARMLESS,
    OVERCLAIMING,
    UNDERCLAIMING,
    // Distributions.
    WRONG_DENSITY,
    MISPLACED,
    TWICE_THE_DIVERGENCE
}
