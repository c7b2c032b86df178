package dev.diabolo.plugins.vae.classes;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * See {@link ClassAndStylePriorProvider}.
 *
 * @param classes K
 */
record ClassAndStylePrior(int classes) implements Prior {
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    @Override
    public void requireSupported(TensorSpec code) {
        if (code.rank() != 1 || code.size() <= classes) {
            throw DiaboloException.user(
                    "prior.no-style",
                    Problem.of("codes of shape " + code + " are no " + classes + " classes and a style")
                            .at("prior")
                            .allowed("codes of one dimension, of more numbers than there are classes")
                            .remedy("set a posterior of as many classes, such as vae.class-and-style, or choose another"
                                    + " prior"));
        }
    }

    @Override
    public SDVariable logDensity(GraphScope scope, Model model, Tensor code) {
        SDVariable style = code.part(classes, code.spec().size() - classes).variable();
        return style.mul(style).add(LOG_TWO_PI).sum(1).mul(-0.5).sub(Math.log(classes));
    }

    @Override
    public Tensor sample(GraphScope scope, Model model) {
        return drawn(scope).beside(style(scope, model));
    }

    @Override
    public Tensor sampleOf(GraphScope scope, Model model, Tensor given) {
        if (given.spec().size() != classes) {
            throw DiaboloException.user(
                    "prior.other-classes",
                    Problem.of("this prior has " + classes + " classes, and the data have "
                                    + given.spec().size())
                            .at("prior.classes")
                            .remedy("set the classes of posterior and prior to those of the data"));
        }
        SDVariable unknown = given.variable().sum(true, 1).rsub(1);
        SDVariable choice = given.variable().add(drawn(scope).variable().mul(unknown));
        return given.with(choice).beside(style(scope, model));
    }

    private Tensor style(GraphScope scope, Model model) {
        TensorSpec size = TensorSpec.of(model.code().size() - classes);
        return scope.noise("style", NoiseKind.STANDARD_NORMAL, size);
    }

    /** Of as many uniform numbers as there are classes, each is as likely the greatest. */
    private Tensor drawn(GraphScope scope) {
        Tensor uniform = scope.noise("class", NoiseKind.UNIFORM, TensorSpec.of(classes));
        SDVariable chosen = scope.graph().argmax(uniform.variable(), 1);
        return uniform.with(scope.graph().oneHot(chosen, classes, -1, 1, 0, scope.dataType()));
    }

    @Override
    public Optional<SDVariable> divergence(GraphScope scope, Model model, Latent posterior) {
        if (posterior instanceof GivenClass known) {
            SDVariable ofClass = known.classes().variable().mul(Math.log(classes));
            return ofStyle(known.style()).map(dimensions -> scope.graph().concat(1, ofClass, dimensions));
        }
        return posterior instanceof Latent.Classified inferred && inferred.classes() == classes
                ? ofClassified(scope, inferred)
                : Optional.empty();
    }

    /** That of the class, by class, and behind it that of the style, in the mean over classes. */
    private Optional<SDVariable> ofClassified(GraphScope scope, Latent.Classified inferred) {
        SDVariable logProbabilities = inferred.logProbabilities();
        Tensor probabilities = new Tensor(scope.graph().math().exp(logProbabilities), TensorSpec.of(classes));
        SDVariable ofClass = probabilities.variable().mul(logProbabilities.add(Math.log(classes)));
        SDVariable styles = null;
        for (int i = 0; i < classes; i++) {
            Tensor certain = OneHot.rows(scope, inferred.logits(), i);
            Optional<SDVariable> dimensions = ofStyle(inferred.styles().given(certain));
            if (dimensions.isEmpty()) {
                return Optional.empty();
            }
            SDVariable share = dimensions.get().mul(probabilities.part(i, 1).variable());
            styles = styles == null ? share : styles.add(share);
        }
        return Optional.of(scope.graph().concat(1, ofClass, styles));
    }

    private static Optional<SDVariable> ofStyle(Latent style) {
        if (!(style instanceof Latent.Gaussian gaussian)) {
            return Optional.empty();
        }
        SDVariable mean = gaussian.mean().variable();
        SDVariable logVariance = gaussian.logVariance().variable();
        SDVariable variance = mean.getSameDiff().math().exp(logVariance);
        return Optional.of(mean.mul(mean).add(variance).sub(logVariance).sub(1).mul(0.5));
    }
}
