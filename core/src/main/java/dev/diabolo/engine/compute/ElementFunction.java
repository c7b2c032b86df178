package dev.diabolo.engine.compute;

/** A function of the values at one place of one or two arrays, and of a constant c. */
public enum ElementFunction {
    ADD(2),
    SUBTRACT(2),
    MULTIPLY(2),
    DIVIDE(2),
    MAXIMUM(2),
    MINIMUM(2),
    /** a + c. */
    ADD_CONSTANT(1),
    /** a c. */
    MULTIPLY_CONSTANT(1),
    /** a / c. */
    DIVIDE_BY_CONSTANT(1),
    /** c - a. */
    SUBTRACT_FROM_CONSTANT(1),
    /** c / a. */
    DIVIDE_CONSTANT(1),
    /** max(a, c). */
    MAXIMUM_CONSTANT(1),
    /** min(a, c). */
    MINIMUM_CONSTANT(1),
    /** 1 where a is at least c, else 0. */
    AT_LEAST_CONSTANT(1),
    COPY(1),
    NEGATE(1),
    ABSOLUTE(1),
    SIGN(1),
    SQUARE(1),
    SQUARE_ROOT(1),
    EXPONENTIAL(1),
    LOGARITHM(1),
    /** log(1 + a). */
    LOGARITHM_OF_ONE_PLUS(1),
    /** log(1 + a) for a in [0, 1]. */
    LOGARITHM_OF_ONE_PLUS_FRACTION(1),
    LOGISTIC(1),
    TANGENT(1),
    /** (a, g): g where a is positive, else 0. */
    GATE(2),
    /** (y, g): g y (1 - y). */
    LOGISTIC_GRADIENT(2),
    /** (y, g): g (1 - y^2). */
    TANGENT_GRADIENT(2);

    private final int arity;

    ElementFunction(int arity) {
        this.arity = arity;
    }

    /** The number of arrays that it takes. */
    public int arity() {
        return arity;
    }

    /**
     * Computes the first n values.
     *
     * @param a the first argument
     * @param b the second; ignored where there is none
     * @param c the constant; ignored where there is none
     * @param out neither a nor b
     */
    void apply(float[] a, float[] b, float c, float[] out, Scratch scratch, int n) {
        switch (this) {
            case ADD -> VectorMath.add(a, b, out, n);
            case SUBTRACT -> VectorMath.subtract(a, b, out, n);
            case MULTIPLY -> VectorMath.multiply(a, b, out, n);
            case DIVIDE -> VectorMath.divide(a, b, out, n);
            case MAXIMUM -> VectorMath.maximum(a, b, out, n);
            case MINIMUM -> VectorMath.minimum(a, b, out, n);
            case GATE -> VectorMath.gate(a, b, out, n);
            case LOGISTIC_GRADIENT -> VectorMath.logisticGradient(a, b, out, n);
            case TANGENT_GRADIENT -> VectorMath.tangentGradient(a, b, out, n);
            case ADD_CONSTANT -> VectorMath.add(a, c, out, n);
            case MULTIPLY_CONSTANT -> VectorMath.multiply(a, c, out, n);
            case DIVIDE_BY_CONSTANT -> VectorMath.divide(a, c, out, n);
            case SUBTRACT_FROM_CONSTANT -> VectorMath.subtractFrom(c, a, out, n);
            case DIVIDE_CONSTANT -> VectorMath.divideInto(c, a, out, n);
            case MAXIMUM_CONSTANT -> VectorMath.maximum(a, c, out, n);
            case MINIMUM_CONSTANT -> VectorMath.minimum(a, c, out, n);
            case AT_LEAST_CONSTANT -> VectorMath.atLeast(a, c, out, n);
            default -> apply(a, out, scratch, n);
        }
    }

    private void apply(float[] a, float[] out, Scratch scratch, int n) {
        switch (this) {
            case COPY -> System.arraycopy(a, 0, out, 0, n);
            case NEGATE -> VectorMath.negate(a, out, n);
            case ABSOLUTE -> VectorMath.absolute(a, out, n);
            case SIGN -> VectorMath.sign(a, out, n);
            case SQUARE -> VectorMath.multiply(a, a, out, n);
            case SQUARE_ROOT -> VectorMath.squareRoot(a, out, n);
            case EXPONENTIAL -> VectorMath.exponential(a, out, scratch, n);
            case LOGARITHM -> VectorMath.logarithm(a, out, n);
            case LOGARITHM_OF_ONE_PLUS -> VectorMath.logarithmOfOnePlus(a, out, n);
            case LOGARITHM_OF_ONE_PLUS_FRACTION -> VectorMath.logarithmOfOnePlusFraction(a, out, scratch.first, n);
            case LOGISTIC -> VectorMath.logistic(a, out, scratch, n);
            case TANGENT -> VectorMath.tangent(a, out, scratch.first, n);
            default -> throw new AssertionError(this);
        }
    }
}
