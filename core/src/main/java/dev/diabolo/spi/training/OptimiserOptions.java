package dev.diabolo.spi.training;

import dev.diabolo.spi.option.Option;

/**
 * The optimiser's settings, for trainers to nest in their own options. Defaults are those of Keras 3, except that the
 * learning rate is 0.001 for SGD too (Keras: 0.01).
 */
public record OptimiserOptions(
        @Option(help = "the optimiser", defaultValue = "adam")
        Name name,

        @Option(help = "the step size", defaultValue = "0.001", min = 0, minExclusive = true)
        double learningRate,

        @Option(
                help = "the share of the last step that is kept",
                defaultValue = "0",
                min = 0,
                max = 1,
                maxExclusive = true,
                when = "name=sgd,rmsprop")
        double momentum,

        @Option(help = "look ahead along the momentum", defaultValue = "false", when = "name=sgd")
        boolean nesterov,

        @Option(
                help = "decay of the mean gradient",
                defaultValue = "0.9",
                min = 0,
                max = 1,
                maxExclusive = true,
                when = "name=adam,adamw,adamax,amsgrad,nadam")
        double beta1,

        @Option(
                help = "decay of the mean squared gradient; adamax: of the greatest",
                defaultValue = "0.999",
                min = 0,
                max = 1,
                maxExclusive = true,
                when = "name=adam,adamw,adamax,amsgrad,nadam")
        double beta2,

        @Option(
                help = "decay of the mean squared gradient",
                defaultValue = "0.9",
                min = 0,
                max = 1,
                maxExclusive = true,
                when = "name=rmsprop")
        double decay,

        @Option(help = "divide by the deviation from the mean gradient", defaultValue = "false", when = "name=rmsprop")
        boolean centred,

        @Option(
                help = "decay of the mean squared gradients and updates",
                defaultValue = "0.95",
                min = 0,
                max = 1,
                maxExclusive = true,
                when = "name=adadelta")
        double rho,

        @Option(
                help = "what the sum of squared gradients begins with",
                defaultValue = "0.1",
                min = 0,
                when = "name=adagrad")
        double initialSum,

        @Option(
                help = "keeps the division finite",
                defaultValue = "1e-7",
                min = 0,
                minExclusive = true,
                when = "name=adam,adamw,adamax,amsgrad,nadam,rmsprop,adagrad,adadelta")
        double epsilon,

        @Option(
                help = "decoupled decay: the share of each parameter lost in a step, times the learning rate",
                defaultValue = "0.004",
                min = 0,
                when = "name=adamw")
        double weightDecay,

        @Option(help = "adds so much of each parameter to its gradient", defaultValue = "0", min = 0)
        double l2,

        @Option(
                help = "limit gradients: each value, the norm of each parameter array, or the norm of all together",
                defaultValue = "none")
        Clip clip,

        @Option(
                help = "the limit",
                defaultValue = "1",
                min = 0,
                minExclusive = true,
                when = "clip=value,norm,global-norm")
        double clipAt,

        @Option(help = "the course of the learning rate") ScheduleOptions schedule) {

    /** The optimisers there are. */
    public enum Name {
        SGD,
        ADAM,
        ADAMW,
        ADAMAX,
        AMSGRAD,
        NADAM,
        RMSPROP,
        ADAGRAD,
        ADADELTA
    }

    /** What is limited. */
    public enum Clip {
        NONE,
        VALUE,
        NORM,
        GLOBAL_NORM
    }

    /** What the engine needs to know. */
    public OptimiserSpec spec() {
        return new OptimiserSpec(rule(), schedule.of(learningRate), clipping(), l2, schedule.plateau());
    }

    private UpdateRule rule() {
        return switch (name) {
            case SGD -> new UpdateRule.Sgd(momentum, nesterov);
            case ADAM -> new UpdateRule.Adam(beta1, beta2, epsilon);
            case ADAMW -> new UpdateRule.AdamW(beta1, beta2, epsilon, weightDecay);
            case ADAMAX -> new UpdateRule.Adamax(beta1, beta2, epsilon);
            case AMSGRAD -> new UpdateRule.AmsGrad(beta1, beta2, epsilon);
            case NADAM -> new UpdateRule.NAdam(beta1, beta2, epsilon);
            case RMSPROP -> new UpdateRule.RmsProp(decay, momentum, centred, epsilon);
            case ADAGRAD -> new UpdateRule.Adagrad(initialSum, epsilon);
            case ADADELTA -> new UpdateRule.Adadelta(rho, epsilon);
        };
    }

    private Clipping clipping() {
        return switch (clip) {
            case NONE -> Clipping.NONE;
            case VALUE -> new Clipping.ByValue(clipAt);
            case NORM -> new Clipping.ByNorm(clipAt);
            case GLOBAL_NORM -> new Clipping.ByGlobalNorm(clipAt);
        };
    }
}
