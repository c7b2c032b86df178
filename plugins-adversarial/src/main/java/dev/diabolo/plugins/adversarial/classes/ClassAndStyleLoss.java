package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.plugins.adversarial.game.Contest;
import dev.diabolo.plugins.adversarial.game.Game;
import dev.diabolo.plugins.adversarial.game.GameLoss;
import dev.diabolo.plugins.adversarial.game.Spread;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link ClassAndStyleLossProvider}. */
record ClassAndStyleLoss(ClassAndStyleLossOptions options) implements GameLoss {
    private static final String RECONSTRUCTION = "reconstruction";
    private static final String CONSISTENCY = "consistency";
    private static final String CLASSIFICATION = "classification";

    @Override
    public List<TermSpec> terms() {
        List<TermSpec> terms = new ArrayList<>();
        terms.add(new TermSpec(RECONSTRUCTION, "nats", "negative log-likelihood of the data, given the code")
                .loweredBy(Groups.ENCODER, Groups.DECODER));
        terms.add(Game.discriminator("cross-entropies of telling classes and styles from draws of the prior"));
        terms.add(Game.generator(
                "cross-entropies of classes and styles being taken for draws of the prior", Groups.ENCODER));
        terms.add(Game.accuracy());
        terms.add(Spread.term("styles", Groups.ENCODER));
        if (supervised()) {
            terms.add(new TermSpec(
                            CLASSIFICATION,
                            "nats",
                            "negative log-probability of the labels that are known",
                            Schedule.constant(options.classification()))
                    .loweredBy(Groups.ENCODER));
        }
        if (options.consistency() > 0) {
            // It is best where all images have one class: no epoch is chosen by it.
            terms.add(TermSpec.adversarial(
                            CONSISTENCY,
                            "nats",
                            "cross-entropy of the class of an image that is deformed, given that of the image")
                    .loweredBy(Groups.ENCODER)
                    .weighing(options.consistency()));
        }
        return terms;
    }

    private boolean supervised() {
        return options.classification() > 0;
    }

    @Override
    public String made() {
        return "styles";
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        Latent.Classified latent = classified(pass.latent());
        Tensor wanted = pass.prior().orElseThrow(ClassAndStyleLoss::noPrior).sample();
        GraphScope group = scope.group(Game.DISCRIMINATOR);
        int classes = latent.classes();
        int size = latent.sample().spec().size() - classes;
        Tensor style = latent.sample().part(classes, size);
        Tensor wantedStyle = wanted.part(classes, size);
        Contest ofClass = contest(
                group.child("class"), wanted.part(0, classes), latent.sample().part(0, classes));
        Contest ofStyle = contest(group.child("style"), wantedStyle, style);
        Map<String, SDVariable> terms = new LinkedHashMap<>();
        terms.put(RECONSTRUCTION, pass.reconstruction().negativeLogLikelihood(pass.data()));
        terms.put(Game.DISCRIMINATOR, ofClass.discriminator().add(ofStyle.discriminator()));
        terms.put(Game.GENERATOR, ofClass.generator().add(ofStyle.generator()));
        terms.put(
                Game.ACCURACY,
                ofClass.accuracy(scope).add(ofStyle.accuracy(scope)).mul(0.5));
        terms.put(Spread.NAME, Spread.of(scope, style, wantedStyle));
        if (supervised()) {
            terms.put(
                    CLASSIFICATION,
                    labels(pass, latent).mul(latent.logProbabilities()).sum(1).neg());
        }
        if (options.consistency() > 0) {
            terms.put(CONSISTENCY, consistency(scope, pass, latent));
        }
        return terms;
    }

    /** What is told of the image itself is taken for true. */
    private SDVariable consistency(GraphScope scope, ForwardPass pass, Latent.Classified latent) {
        SDVariable told =
                scope.stopGradient(scope.graph().nn().softmax(latent.logits().variable(), 1));
        Tensor deformed = new Deformation(options.deformation()).of(scope, pass.input());
        return told.mul(classified(pass.infer(deformed)).logProbabilities())
                .sum(1)
                .neg();
    }

    private Contest contest(GraphScope scope, Tensor wanted, Tensor found) {
        return Contest.of(scope, options.discriminator(), "prior", wanted, "code", found);
    }

    private static SDVariable labels(ForwardPass pass, Latent.Classified latent) {
        Tensor labels = pass.labels()
                .orElseThrow(() -> DiaboloException.user(
                        "loss.no-labels",
                        Problem.of("this loss learns from labels, and the run has none")
                                .at("loss.classification")
                                .remedy("set labels.use=loss, or loss.classification=0 to learn without labels")));
        latent.requireClasses(labels);
        return labels.variable();
    }

    private static Latent.Classified classified(Latent latent) {
        if (latent instanceof Latent.Classified found) {
            return found;
        }
        throw DiaboloException.user(
                "loss.no-classes",
                Problem.of("this loss shapes classes and styles, and the posterior infers no class")
                        .at("posterior")
                        .allowed("posterior.type=adversarial.class-and-style")
                        .remedy("use that posterior, or choose another loss"));
    }

    private static DiaboloException noPrior() {
        return DiaboloException.user(
                "loss.no-prior",
                Problem.of(
                                "an adversarial autoencoder needs a prior that codes are made to resemble, and this model has none")
                        .at("prior")
                        .remedy("set prior.type=vae.class-and-style, or choose another loss"));
    }
}
