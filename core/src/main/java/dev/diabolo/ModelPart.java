package dev.diabolo;

/** A part of a model that can be written for other frameworks. */
public enum ModelPart {
    /** Data to codes. */
    ENCODER,
    /** Codes to data. */
    DECODER,
    /** Data to their reconstructions. */
    WHOLE
}
