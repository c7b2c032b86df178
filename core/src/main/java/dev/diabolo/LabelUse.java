package dev.diabolo;

/** What a model makes of the labels of its data. */
public enum LabelUse {
    /** Nothing. */
    NONE,
    /** The loss is given them: classes are learnt, and not asked for later. Label -1 says that an example's class is not known. */
    LOSS,
    /** Posterior and decoder are given them: every example that is encoded, and every code that is decoded, has a label. */
    CONDITION
}
