package dev.diabolo.plugins.vae.likelihood.composite;

import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.Support;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * See {@link CompositeLikelihoodProvider}. Columns are picked, and put in their places, by products with matrices of zeros and ones,
 * which change no value.
 *
 * @param groups of columns
 * @param members the likelihood of each group
 */
record CompositeLikelihood(List<ColumnGroup> groups, List<Likelihood> members) implements Likelihood {
    @Override
    public TensorSpec raw(TensorSpec data) {
        List<int[]> columns = ColumnLayout.of(groups, data).columns();
        long size = 0;
        for (int i = 0; i < members.size(); i++) {
            size += rawSize(i, columns.get(i));
        }
        return TensorSpec.of(size);
    }

    private long rawSize(int member, int[] columns) {
        return members.get(member).raw(TensorSpec.of(columns.length)).size();
    }

    @Override
    public boolean needsUnitInterval() {
        return members.stream().allMatch(Likelihood::needsUnitInterval);
    }

    @Override
    public boolean needsCounts() {
        return members.stream().allMatch(Likelihood::needsCounts);
    }

    @Override
    public boolean keepsUnits() {
        return members.stream().anyMatch(Likelihood::keepsUnits);
    }

    @Override
    public List<Support> supports(TensorSpec data) {
        List<int[]> columns = ColumnLayout.of(groups, data).columns();
        Support[] supports = new Support[data.size()];
        for (int i = 0; i < members.size(); i++) {
            List<Support> own = members.get(i).supports(TensorSpec.of(columns.get(i).length));
            for (int j = 0; j < own.size(); j++) {
                supports[columns.get(i)[j]] = own.get(j);
            }
        }
        return List.of(supports);
    }

    @Override
    public Reconstruction reconstruct(GraphScope scope, Tensor raw, TensorSpec data) {
        List<int[]> columns = ColumnLayout.of(groups, data).columns();
        List<Part> parts = new ArrayList<>();
        int from = 0;
        SDVariable mean = null;
        for (int i = 0; i < members.size(); i++) {
            TensorSpec own = TensorSpec.of(columns.get(i).length);
            TensorSpec rawSpec = members.get(i).raw(own);
            SDVariable picked = raw.flat()
                    .variable()
                    .mmul(Selection.of(scope, raw.spec().size(), Selection.range(from, rawSpec.size())));
            from += rawSpec.size();
            Reconstruction part = members.get(i)
                    .reconstruct(scope.child("group-" + i), new Tensor(picked, rawSpec.flat()).as(rawSpec), own);
            SDVariable selection = Selection.of(scope, data.size(), columns.get(i));
            SDVariable placed = part.mean().flat().variable().mmul(selection.permute(1, 0));
            mean = mean == null ? placed : mean.add(placed);
            parts.add(new Part(part, selection, own));
        }
        return new Composite(raw, new Tensor(mean, data.flat()).as(data), List.copyOf(parts));
    }

    /** The reconstruction of some columns, and what picks these from the data. */
    private record Part(Reconstruction reconstruction, SDVariable selection, TensorSpec spec) {}

    private record Composite(Tensor raw, Tensor mean, List<Part> parts) implements Reconstruction {
        @Override
        public String family() {
            return "composite";
        }

        @Override
        public Optional<Tensor> logits() {
            return Optional.empty();
        }

        @Override
        public SDVariable negativeLogLikelihood(Tensor data) {
            SDVariable sum = null;
            for (Part part : parts) {
                SDVariable picked = data.flat().variable().mmul(part.selection());
                SDVariable own = part.reconstruction().negativeLogLikelihood(new Tensor(picked, part.spec()));
                sum = sum == null ? own : sum.add(own);
            }
            return sum;
        }
    }
}
