package dev.diabolo.plugins.vae.dip;

import dev.diabolo.plugins.vae.loss.Divergence;
import dev.diabolo.plugins.vae.loss.Sampled;
import dev.diabolo.plugins.vae.loss.VariationalTerms;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link DisentangledPriorProvider}. */
record DisentangledPrior(DisentangledPriorOptions options) implements Loss {
    private static final String COVARIANCE = "covariance";
    private static final String VARIANCE = "variance";

    @Override
    public List<TermSpec> terms() {
        return List.of(
                VariationalTerms.reconstruction(),
                VariationalTerms.divergence(Schedule.constant(options.beta())),
                new TermSpec(
                        COVARIANCE,
                        "",
                        "sum of the squared covariances of different dimensions of the code, over the batch",
                        Schedule.constant(options.offDiagonal())),
                new TermSpec(
                        VARIANCE,
                        "",
                        "sum of the squared distances from 1 of the variances of dimensions of the code, over the batch",
                        Schedule.constant(options.diagonal())));
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        scope.coupleBatch("covariance of codes");
        Latent.Gaussian latent = Divergence.gaussian(pass);
        int size = latent.mean().spec().size();
        SDVariable identity = scope.constant(identity(size), size, size);
        SDVariable covariance = covariance(scope, latent, identity);
        var math = scope.graph().math();
        SDVariable between = math.square(covariance.mul(identity.rsub(1))).sum();
        SDVariable own = math.square(covariance.mul(identity).sub(identity)).sum();
        return Map.of(
                VariationalTerms.RECONSTRUCTION,
                Sampled.of(scope, pass, 1).negativeLogLikelihood(),
                VariationalTerms.DIVERGENCE,
                Divergence.of(pass),
                COVARIANCE,
                pass.data().forEachExample(between),
                VARIANCE,
                pass.data().forEachExample(own));
    }

    private SDVariable covariance(GraphScope scope, Latent.Gaussian latent, SDVariable identity) {
        SDVariable means = latent.mean().flat().variable();
        SDVariable centred = means.sub(means.mean(true, 0));
        SDVariable examples = means.mul(0).add(1).mean(1).sum();
        SDVariable ofMeans = centred.permute(1, 0).mmul(centred).div(examples);
        return switch (options.covariance()) {
            case MEANS -> ofMeans;
            case CODES -> {
                SDVariable variance =
                        scope.graph().math().exp(latent.logVariance().flat().variable());
                yield ofMeans.add(identity.mul(variance.mean(true, 0)));
            }
        };
    }

    private static double[] identity(int size) {
        double[] identity = new double[size * size];
        for (int i = 0; i < size; i++) {
            identity[i * size + i] = 1;
        }
        return identity;
    }
}
