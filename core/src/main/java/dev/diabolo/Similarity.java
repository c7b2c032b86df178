package dev.diabolo;

/** How near two codes are. */
public enum Similarity {
    /** The length of their difference, from 0 up. */
    EUCLIDEAN,
    /** 1 minus the cosine of the angle between them, from 0 to 2; 1 where either is zero. */
    COSINE
}
