package dev.diabolo.data;

/** How sure a reader is that a path is for it, from its names alone. */
public enum Recognition {
    /** Not at all. */
    NO,

    /** There are files that it reads, of a kind that also lies beside others: notes, descriptions. */
    POSSIBLE,

    /** There are files of its kind. */
    LIKELY,

    /** There are files that have the very names of its format. */
    CERTAIN;

    /** One of two, by a condition. */
    public Recognition when(boolean holds) {
        return holds ? this : NO;
    }
}
