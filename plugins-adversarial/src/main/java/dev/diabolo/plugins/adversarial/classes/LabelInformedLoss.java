package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.plugins.adversarial.game.Contest;
import dev.diabolo.plugins.adversarial.game.Game;
import dev.diabolo.plugins.adversarial.game.GameLoss;
import dev.diabolo.plugins.adversarial.game.Spread;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.TermSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link LabelInformedLossProvider}. */
record LabelInformedLoss(LabelInformedLossOptions options) implements GameLoss {
    private static final String RECONSTRUCTION = "reconstruction";

    @Override
    public List<TermSpec> terms() {
        return List.of(
                new TermSpec(RECONSTRUCTION, "nats", "negative log-likelihood of the data, given the code")
                        .loweredBy(Groups.ENCODER, Groups.DECODER),
                Game.discriminator("cross-entropy of telling codes from draws of the prior, given the label"),
                Game.generator("cross-entropy of codes being taken for draws of their label", Groups.ENCODER),
                Game.accuracy(),
                Spread.term("codes", Groups.ENCODER));
    }

    @Override
    public String made() {
        return "codes";
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        Tensor labels = pass.labels().orElseThrow(LabelInformedLoss::noLabels);
        Tensor wanted = pass.prior().orElseThrow(LabelInformedLoss::noPrior).sampleOf(labels);
        SDVariable unknown = labels.variable().sum(true, 1).rsub(1);
        Tensor known = labels.beside(new Tensor(unknown, TensorSpec.of(1)));
        Tensor code = pass.latent().sample();
        Contest contest = Contest.of(
                scope.group(Game.DISCRIMINATOR),
                options.discriminator(),
                "prior",
                wanted.beside(known),
                "code",
                code.beside(known));
        Map<String, SDVariable> terms = new LinkedHashMap<>();
        terms.put(RECONSTRUCTION, pass.reconstruction().negativeLogLikelihood(pass.data()));
        terms.putAll(contest.terms(scope));
        terms.put(Spread.NAME, Spread.of(scope, code, wanted));
        return terms;
    }

    private static DiaboloException noLabels() {
        return DiaboloException.user(
                "loss.no-labels",
                Problem.of("this loss learns from labels, and the run has none")
                        .at("loss")
                        .remedy("set labels.use=loss, or loss.type=adversarial.aae to learn without labels"));
    }

    private static DiaboloException noPrior() {
        return DiaboloException.user(
                "loss.no-prior",
                Problem.of("this loss draws codes of each label from a prior, and this model has none")
                        .at("prior")
                        .remedy("set a prior with a part for each class, or choose another loss"));
    }
}
