package dev.diabolo.plugins.vanilla.recurrent;

/** How the states of all steps become one vector. */
public enum Pooling {
    /** The state after the last step; of a layer backward in time, the one after it has read the first. */
    LAST,
    /** A mean of all states, weighted by additive attention, {@link AttentionPooling}. */
    ATTENTION
}
