package dev.diabolo.plugins.adversarial.aae;

import dev.diabolo.plugins.adversarial.discriminator.DiscriminatorOptions;
import dev.diabolo.plugins.adversarial.game.Contest;
import dev.diabolo.plugins.adversarial.game.Divergence;
import dev.diabolo.plugins.adversarial.game.Game;
import dev.diabolo.plugins.adversarial.game.GameLoss;
import dev.diabolo.plugins.adversarial.game.Spread;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.training.TermSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * See {@link AdversarialLossProvider} and {@link WassersteinAdversarialLossProvider}.
 *
 * @param weight of deceiving the discriminator
 * @param players the groups that deceive it
 */
record AdversarialLoss(DiscriminatorOptions discriminator, double weight, List<String> players) implements GameLoss {
    private static final String RECONSTRUCTION = "reconstruction";

    AdversarialLoss {
        players = List.copyOf(players);
    }

    @Override
    public List<TermSpec> terms() {
        String[] groups = players.toArray(String[]::new);
        return List.of(
                new TermSpec(RECONSTRUCTION, "nats", "negative log-likelihood of the data, given the code")
                        .loweredBy(Game.networks()),
                Game.discriminator("cross-entropy of telling codes from draws of the prior"),
                Game.generator("cross-entropy of codes being taken for draws of the prior", groups)
                        .weighing(weight),
                Game.accuracy(),
                Spread.term("codes", groups));
    }

    @Override
    public String made() {
        return "codes";
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        Tensor code = pass.latent().sample().flat();
        Tensor prior = Divergence.prior(pass).sample().flat();
        Contest contest = Contest.of(scope.group(Game.DISCRIMINATOR), discriminator, "prior", prior, "code", code);
        Map<String, SDVariable> terms = new LinkedHashMap<>();
        terms.put(RECONSTRUCTION, pass.reconstruction().negativeLogLikelihood(pass.data()));
        terms.putAll(contest.terms(scope));
        terms.put(Spread.NAME, Spread.of(scope, code, prior));
        return terms;
    }
}
