package dev.diabolo.plugins.vae.likelihood.composite;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.spi.SpiVersion;
import java.util.List;

/**
 * A likelihood for each group of columns of a table of mixed data.
 *
 * <p><b>Shapes:</b> raw {@code [batch, n]} to {@code [batch, data...]}, with n the sum of what the groups need.
 *
 * <p><b>Formula:</b> the sum of the negative log-likelihoods of the groups, in nats. A group {@code categorical} is one variable, with a
 * column for each category; elsewhere each column is a variable. Columns are counted from 0, in row-major order.
 *
 * <p>Where a group is for counts, no data are scaled to [0, 1], so bring columns for other families into their range first.
 * Only a table all of whose groups are for [0, 1], or all for counts, is refused where its values are not.
 *
 * <p><b>Errors:</b> refused (USER) where a column has no group, or two, or does not exist.
 *
 * <p><b>Source:</b> Nazabal et al. 2020 (HI-VAE), without missing values and without its hierarchy.
 */
public final class CompositeLikelihoodProvider implements LikelihoodProvider<CompositeLikelihoodOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "composite");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<CompositeLikelihoodOptions> optionsType() {
        return CompositeLikelihoodOptions.class;
    }

    @Override
    public String summary() {
        return "a likelihood for each group of columns, for tables of mixed data";
    }

    @Override
    public Likelihood create(CompositeLikelihoodOptions options) {
        List<ColumnGroup> groups =
                options.columns().stream().map(ColumnGroup::parse).toList();
        CompositeMembers members = new CompositeMembers(options);
        return new CompositeLikelihood(
                groups, groups.stream().map(group -> members.of(group.family())).toList());
    }
}
