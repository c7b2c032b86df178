package dev.diabolo.spi.option;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One setting of a component, on a part of its options record. The only place where its default, range and help
 * text live: binding, {@code plugins describe}, the manual and the contract tests all read it here.
 *
 * <p>The key of {@code learningRate} is {@code learning-rate}. A part may be an {@code int}, {@code long},
 * {@code double}, {@code boolean}, {@code String}, an enum (constants in kebab case), a {@code List} of these, or
 * another options record, whose keys are nested under the part's. Defaults are written as a user would write them:
 * {@code "128,64"} for a list.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Option {
    /** What the setting does, one sentence. */
    String help();

    /** The default as a user would write it; ignored on a nested record, whose parts have their own. */
    String defaultValue() default "";

    /** The unit, such as {@code nats} or {@code steps}; empty where the value has none. */
    String unit() default "";

    /** The least value of a number, or of each number of a list; for a list of texts, its least length. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The greatest value of a number, or of each number of a list. */
    double max() default Double.POSITIVE_INFINITY;

    /** Whether {@link #min} itself is refused. */
    boolean minExclusive() default false;

    /** Whether {@link #max} itself is refused. */
    boolean maxExclusive() default false;

    /**
     * A word that may be written for a number, and the number that it means: {@code "full=0"}. The number itself is accepted
     * only where it lies within the range. Empty where there is none.
     */
    String word() default "";

    /**
     * The values of an enum in the same record with which this setting matters: {@code "name=sgd,rmsprop"}; empty where it
     * always does. To set it in vain is an error, and it is not listed among the settings of a run.
     */
    String when() default "";

    /** Keys that this setting had before; still understood, with a warning that names the new key. */
    String[] formerNames() default {};
}
